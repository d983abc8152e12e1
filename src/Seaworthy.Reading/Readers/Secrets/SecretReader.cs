using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Code;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>Secrets in text of any kind: tokens of known form, private keys, passwords in addresses, and random values under names that promise a secret.</summary>
internal sealed class SecretReader : Reader
{
    private const int MaximumLength = 1_000_000;
    private const int MaximumSecrets = 100;

    public override bool Accepts(string path) => SecretFileName.MayHold(path);

    public override Artifact? Read(FileSyntax file)
    {
        var source = file.File;
        if (
            source.Text.Length > MaximumLength
            || GeneratedCode.IsGenerated(source.Path)
            || source.Path.Contains("/generated/", StringComparison.Ordinal)
            || source.Text.Contains('\0', StringComparison.Ordinal)
        )
        {
            return null;
        }

        var isCode = SecretFileName.IsCode(source.Path);
        if (SecretFileName.IsBare(source.Path) && !source.Name.EndsWith("_sk", StringComparison.Ordinal))
        {
            return PrivateKeyScan.Find(source).Take(MaximumSecrets).Select(Placed).ToList() is { Count: > 0 } keys
                ? new SecretFile(source) { Secrets = keys, IsSample = SecretFileName.IsSample(source.Path) }
                : null;
        }

        List<WrittenSecret> found = [.. TokenScan.Find(source).Take(MaximumSecrets), .. TokenScan.FindSigned(source).Take(MaximumSecrets)];
        List<WrittenSecret> named = [];
        if (!SecretFileName.ShowsFormsOnly(source.Path))
        {
            found.AddRange(TokenScan.FindByEnd(source).Take(MaximumSecrets));
            found.AddRange(PrivateKeyScan.Find(source).Take(MaximumSecrets));
            found.AddRange(PrivateKeyScan.FindEncoded(source).Take(MaximumSecrets));
            found.AddRange(AddressScan.Find(source).Take(MaximumSecrets));
            found.AddRange(ConnectionScan.Find(source, isCode).Take(MaximumSecrets));
            named.AddRange(
                NamedScan
                    .Find(source, isCode)
                    .Where(secret => !found.Exists(known => Overlap(known.Span, secret.Span)))
                    .Take(MaximumSecrets)
            );
        }

        return found.Count + named.Count == 0
            ? null
            : new SecretFile(source)
            {
                Secrets = [.. found.Concat(named).OrderBy(secret => secret.Span.Start).Take(MaximumSecrets).Select(Placed)],
                IsSample = SecretFileName.IsSample(source.Path),
                IsCode = isCode,
            };
    }

    private static WrittenSecret Placed(WrittenSecret secret) =>
        secret with
        {
            IsForTests = SecretPlace.IsForTests(secret.Span.File, secret.Span.Start),
            IsOfSandbox =
                secret.Certainty == SecretCertainty.NameAndEntropy
                    ? SecretPlace.IsOfSandbox(secret.Span.File, secret.Span.Start)
                        || SecretPlace.IsOfLocalIssuer(secret.Span.File, secret.Span.Start)
                    : secret.Certificate is not null && SecretPlace.IsOfLocalCluster(secret.Span.File),
        };

    private static bool Overlap(SourceSpan one, SourceSpan other) => one.Start < other.End && other.Start < one.End;
}
