using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy secrets rotate</c>: a new key, and both open the file until everybody has the new one.</summary>
internal static class SecretRotation
{
    public static int Begin(OpenedSecrets opened, string? newKeyFile)
    {
        opened.RefuseProvider();
        var ring = opened.Source.Ring();
        var store = opened.File.Open(ring);
        if (store.IsRotating)
        {
            throw new SecretsException(
                $"a rotation is on its way, and the key {store.Document.Keys[^1].Id} is still accepted: end it with 'seaworthy secrets rotate --finish'"
            );
        }

        var next = SecretKey.Create();
        // The key first: a file without its key is lost, and a key without its file harms nobody.
        var place = Keep(opened, next, newKeyFile);
        opened.File.Write(store.Rotate(next, Current(ring, store), OpenedSecrets.Now()));
        opened.Note(LedgerEvent.SecretsRotated, $"to the key {next.Id}");
        Console.Error.WriteLine(
            $"seaworthy: {opened.Shown()} is encrypted again. The new key {next.Id} is in {place}: give it to all who deploy, then run 'seaworthy secrets rotate --finish'."
        );
        return ExitCode.Fit;
    }

    public static int Finish(OpenedSecrets opened)
    {
        opened.RefuseProvider();
        var ring = opened.Source.Ring();
        var store = opened.File.Open(ring);
        if (!store.IsRotating)
        {
            Console.Error.WriteLine($"seaworthy: no rotation of {opened.Shown()} is on its way: 'seaworthy secrets rotate' begins one.");
            return ExitCode.Usage;
        }

        var newest = store.Document.Keys[0].Id;
        var key = ring.Find(newest) ?? throw new SecretsException($"the new key {newest} is not in {ring.Source}: nothing was changed");
        var old = string.Join(", ", store.Document.Keys.Skip(1).Select(each => each.Id));
        opened.File.Write(store.Finish(key, OpenedSecrets.Now()));
        opened.Note(LedgerEvent.SecretsRotated, $"the key {old} is accepted no more");
        Console.Error.WriteLine(
            $"seaworthy: the key {old} opens {opened.Shown()} no more. It still opens older commits and copies of stores: if somebody else has it, set new values too."
        );
        return ExitCode.Fit;
    }

    private static SecretKey Current(KeyRing ring, SecretStore store) =>
        ring.FindAny(store.Document.Keys.Select(key => key.Id)) ?? throw new SecretsException("the key of the file is not here");

    private static string Keep(OpenedSecrets opened, SecretKey key, string? newKeyFile)
    {
        if (newKeyFile is not null)
        {
            if (KeyArguments.IsWithin(newKeyFile, opened.Root))
            {
                throw new SecretsException($"'{newKeyFile}' lies in the repository: keep the key outside of it");
            }

            KeyFiles.Save(key, newKeyFile, opened.About());
            return newKeyFile;
        }

        if (opened.Source.File is { } file)
        {
            KeyFiles.Put(key, file);
            return file;
        }

        return opened.Source.IsGiven
            ? throw new SecretsException(
                "the new key needs a place: name a file with --new-key-file, and put it where the old one comes from"
            )
            : opened.Source.Files.Add(key, opened.About());
    }
}
