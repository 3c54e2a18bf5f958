import { Portal } from './Portal';

export default function Page() {
  return (
    <main>
      <Portal />
    </main>
  );
}
