using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Code;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>Secrets in text of any kind: tokens of known form, private keys, passwords in addresses, and random values under names that promise a secret.</summary>
internal sealed class SecretReader : Reader
{
    // Of a longer text only what has a form of its own is looked for: names and values in megabytes of data are no configuration.
    private const int LongText = 1_000_000;
    private const int MaximumSecrets = 1000;

    // Placeholders and keys of tests are counted apart: a hundred of them must not hide one that counts.
    private const int MaximumHarmless = 100;

    public override bool Accepts(string path) => SecretFileName.MayHold(path);

    public override Artifact? Read(FileSyntax file)
    {
        var source = file.File;
        if (
            GeneratedCode.IsGenerated(source.Path)
            || source.Path.Contains("/generated/", StringComparison.Ordinal)
            || source.Text.Contains('\0', StringComparison.Ordinal)
        )
        {
            return null;
        }

        var isCode = SecretFileName.IsCode(source.Path);
        if (SecretFileName.IsBare(source.Path) && !source.Name.EndsWith("_sk", StringComparison.Ordinal))
        {
            return Some(PrivateKeyScan.Find(source).Concat(TokenScan.Find(source))).Select(Placed).ToList() is { Count: > 0 } keys
                ? new SecretFile(source) { Secrets = keys, IsSample = SecretFileName.IsSample(source.Path) }
                : null;
        }

        List<WrittenSecret> found = [.. Some(TokenScan.Find(source)), .. Some(TokenScan.FindSigned(source))];
        List<WrittenSecret> named = [];
        if (source.Text.Length <= LongText && !SecretFileName.ShowsFormsOnly(source.Path))
        {
            found.AddRange(Some(TokenScan.FindByEnd(source)));
            found.AddRange(Some(PrivateKeyScan.Find(source)));
            found.AddRange(Some(PrivateKeyScan.FindEncoded(source)));
            found.AddRange(Some(AddressScan.Find(source)));
            found.AddRange(Some(BasicScan.Find(source)).Where(secret => !found.Exists(known => Overlap(known.Span, secret.Span))));
            found.AddRange(Some(ConnectionScan.Find(source, isCode)));
            found.AddRange(Some(AppPasswordScan.Find(source)));
            found.AddRange(Some(RailsKeyScan.Find(source)));
            named.AddRange(Some(NamedScan.Find(source, isCode).Where(secret => !found.Exists(known => Overlap(known.Span, secret.Span)))));
        }
        else
        {
            found.AddRange(Some(AddressScan.FindManaged(source)));
        }

        return found.Count + named.Count == 0
            ? null
            : new SecretFile(source)
            {
                Secrets = [.. found.Concat(named).OrderBy(secret => secret.Span.Start).Select(Placed)],
                IsSample = SecretFileName.IsSample(source.Path),
                IsCode = isCode,
            };
    }

    private static IEnumerable<WrittenSecret> Some(IEnumerable<WrittenSecret> found)
    {
        var harmless = 0;
        return found.Where(secret => !(secret.IsPlaceholder || secret.IsHarmless) || ++harmless <= MaximumHarmless).Take(MaximumSecrets);
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
