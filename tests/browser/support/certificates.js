import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const openssl = promisify(execFile);

const AUTHORITY = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n';

/**
 * Creates a certificate authority and a server certificate, with a chain of two intermediate certificates between them.
 * @param {...string} hostNames that it is valid for
 */
export async function createCertificates(...hostNames) {
  const folder = await mkdtemp(path.join(tmpdir(), 'koodrive-tls-'));
  const file = (/** @type {string} */ name) => path.join(folder, name);

  /**
   * @param {string} name
   * @param {string} extensions
   * @param {string} [issuer] default: itself
   */
  async function issue(name, extensions, issuer) {
    await writeFile(file(`${name}.ext`), extensions);
    const key = ['ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', file(`${name}.key`)];
    await openssl('openssl', key);
    const subject = ['-subj', `/CN=koodrive test ${name}`];
    const request = ['req', '-new', '-key', file(`${name}.key`), ...subject, '-out', file(`${name}.csr`)];
    await openssl('openssl', request);
    const signer = issuer
      ? ['-CA', file(`${issuer}.pem`), '-CAkey', file(`${issuer}.key`), '-CAcreateserial']
      : ['-signkey', file(`${name}.key`)];
    const sign = ['x509', '-req', '-in', file(`${name}.csr`), '-days', '2', '-extfile', file(`${name}.ext`)];
    await openssl('openssl', [...sign, ...signer, '-out', file(`${name}.pem`)]);
  }

  await issue('root', AUTHORITY);
  await issue('intermediate-1', AUTHORITY, 'root');
  await issue('intermediate-2', AUTHORITY, 'intermediate-1');
  const names = hostNames.map((name) => `DNS:${name}`).join(',');
  await issue('server', `subjectAltName=${names}\n`, 'intermediate-2');
  const chain = ['server', 'intermediate-2', 'intermediate-1'].map((name) => readFile(file(`${name}.pem`)));
  const cert = Buffer.concat(await Promise.all(chain));
  const key = await readFile(file('server.key'));
  await Promise.all([writeFile(file('chain.pem'), cert), writeFile(file('chain.key'), key)]);
  return {
    /** Path of the authority's certificate. */
    authority: file('root.pem'),
    root: await readFile(file('root.pem')),
    /** Path of the server's certificate chain and key, without `.pem` and `.key`. */
    chain: file('chain'),
    cert,
    key,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
