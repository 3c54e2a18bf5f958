import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Portal } from './Portal.tsx';

createRoot(document.querySelector('#portal')!).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
);
