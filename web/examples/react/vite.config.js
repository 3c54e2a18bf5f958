import react from '@vitejs/plugin-react';

const examples = 'http://localhost:8090';

export default {
  plugins: [react()],
  server: { proxy: { '/koodrive/': examples, '/portal/': examples } },
};
