namespace Seaworthy.Model.Known.Capabilities;

/// <summary>Names of packages, whole or by their beginning, in one spelling for every registry.</summary>
internal sealed class PackageNames
{
    private readonly HashSet<string> whole = new(StringComparer.Ordinal);
    private readonly List<string> beginnings = [];

    /// <param name="names">Separated by white space; one that ends in <c>*</c> stands for all that begin so.</param>
    public PackageNames(string names)
    {
        foreach (var name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (name is [.. var beginning, '*'])
            {
                beginnings.Add(beginning);
            }
            else
            {
                whole.Add(name);
            }
        }
    }

    public bool Have(string package)
    {
        var name = Spelled(package);
        return whole.Contains(name) || beginnings.Exists(beginning => name.StartsWith(beginning, StringComparison.Ordinal));
    }

    // Of Maven coordinates, the artifact counts.
    private static string Spelled(string package) =>
        string.Create(
            package.Length - package.LastIndexOf(':') - 1,
            package,
            (letters, text) =>
            {
                var start = text.Length - letters.Length;
                for (var at = 0; at < letters.Length; at++)
                {
                    letters[at] = text[start + at] is '_' or '.' ? '-' : char.ToLowerInvariant(text[start + at]);
                }
            }
        );
}
