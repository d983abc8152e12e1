using System.Collections.Frozen;

namespace Seaworthy.Reading.Readers.Configuration;

/// <summary>What the path of a properties file says: <c>application-prod.yml</c> is the file of a profile.</summary>
internal readonly record struct ApplicationPropertiesName(string Stem, string? Profile, bool IsYaml)
{
    private static readonly FrozenSet<string> Stems = FrozenSet.Create(
        StringComparer.Ordinal,
        ["application", "bootstrap", "microprofile-config"]
    );

    public static ApplicationPropertiesName? Of(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        if (dot < 0 || name[dot..] is not (".yml" or ".yaml" or ".properties"))
        {
            return null;
        }

        var stem = name[..dot];
        if (Stems.Contains(stem))
        {
            return new(stem, null, name[dot..] != ".properties");
        }

        var dash = stem.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && stem[..dash] is "application" or "bootstrap" && dash + 1 < stem.Length
            ? new(stem[..dash], stem[(dash + 1)..], name[dot..] != ".properties")
            : null;
    }
}
