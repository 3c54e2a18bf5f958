import vue from '@vitejs/plugin-vue';

const examples = 'http://localhost:8090';

export default {
  plugins: [
    vue({
      // Vue would look for a component of its own of this name.
      template: { compilerOptions: { isCustomElement: (tag) => tag === 'koodrive-import-report' } },
    }),
  ],
  server: { proxy: { '/koodrive/': examples, '/portal/': examples } },
};
