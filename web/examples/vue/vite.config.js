import vue from '@vitejs/plugin-vue';

const examples = 'http://localhost:8090';

export default {
  plugins: [
    vue({
      // Without this, Vue warns that it cannot resolve a Vue component of this name.
      template: { compilerOptions: { isCustomElement: (tag) => tag === 'koodrive-import-report' } },
    }),
  ],
  server: { proxy: { '/koodrive/': examples, '/portal/': examples } },
};
