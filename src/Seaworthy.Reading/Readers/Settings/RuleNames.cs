using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Settings;

/// <summary>Which name somebody probably meant, who wrote one that does not exist.</summary>
public static class RuleNames
{
    /// <summary>The one that this is the end of (<c>duplicate-key</c>), or the one that differs from it by a slip.</summary>
    public static string? Near(string written, IReadOnlyList<string> known)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(known);
        var end = written[(written.LastIndexOf('/') + 1)..];
        return known.FirstOrDefault(name => end.Length > 0 && name.EndsWith("/" + end, StringComparison.Ordinal))
            ?? NearMiss.Of(written, known);
    }
}
