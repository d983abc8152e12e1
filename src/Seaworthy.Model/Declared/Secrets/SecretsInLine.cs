using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Secrets;

/// <summary>Many secrets looked for in many lines: each line is taken apart once, whatever their number.</summary>
public sealed class SecretsInLine
{
    private readonly ManyTexts all;
    private readonly HashSet<string> own;
    private readonly HashSet<string> plain;

    // With these signs in it, a password does not end where an address says that it does.
    private readonly List<string> mixed;

    public SecretsInLine(IReadOnlyCollection<string> secrets)
    {
        all = new ManyTexts(secrets);
        own = secrets.Where(SecretInLine.IsOwn).ToHashSet(StringComparer.Ordinal);
        mixed = [.. secrets.Where(secret => secret.AsSpan().ContainsAny(':', '@'))];
        plain = secrets.Except(mixed, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A line of a file has one of them as a password, or by itself; a plain word may also be the name of an account or an image.</summary>
    public bool RepeatAny(SourceFile file, int line)
    {
        ArgumentNullException.ThrowIfNull(file);
        return RepeatAny(file.Lines.TextOf(line));
    }

    /// <summary>One of them is in a file, for whatever.</summary>
    public bool AnyIn(SourceFile file) => all.AnyIn(file);

    /// <summary>The lines of a file that sign in with one of them: <c>postgres:postgres@localhost</c>, <c>password = "postgres"</c>.</summary>
    /// <param name="code">The file, when it is source.</param>
    /// <param name="variables">What gives the secrets: source that reads one of them takes a new value already.</param>
    public IEnumerable<int> SignInsIn(SourceFile file, CodeFile? code, IReadOnlyCollection<string> variables)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Enumerable
            .Range(1, file.Lines.Count)
            .Where(line =>
                file.Lines.TextOf(line) is var text
                // Only a secret that is in the line can sign in there.
                && all.In(text).Any(secret => SecretInLine.SignsIn(text, secret, code, variables))
            );
    }

    private bool RepeatAny(string line) =>
        line.TrimStart() is not ['#', ..]
        && (
            mixed.Exists(secret => SecretInLine.IsInAddress(line, secret))
            || Passwords(line).Any(secret => plain.Contains(secret) && SecretInLine.IsInAddress(line, secret))
            || SecretInLine.Words(line).Any(own.Contains)
        );

    /// <summary>What stands between a colon and an at sign.</summary>
    private static IEnumerable<string> Passwords(string line)
    {
        for (var at = line.IndexOf('@', StringComparison.Ordinal); at >= 0; at = line.IndexOf('@', at + 1))
        {
            var colon = line.LastIndexOfAny([':', '@'], Math.Max(0, at - 1));
            if (colon >= 0 && colon < at && line[colon] == ':')
            {
                yield return line[(colon + 1)..at];
            }
        }
    }
}
