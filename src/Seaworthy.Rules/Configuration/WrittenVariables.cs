using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Configuration;

/// <summary>The texts of a repository, other than code, that name variables: every text is read once for all names.</summary>
internal sealed class WrittenVariables
{
    private readonly Lazy<HashSet<string>> listed;
    private readonly Lazy<Dictionary<string, List<int>>> texts;

    public WrittenVariables(Deployment deployment, IEnumerable<string> names)
    {
        List<string> all = [.. names.Distinct(StringComparer.Ordinal)];
        listed = new(() => Listed(deployment, all));
        texts = new(() => Texts(deployment, all));
    }

    /// <summary>A text read for another purpose lists it.</summary>
    public bool Hold(string name) => listed.Value.Contains(name);

    /// <summary>One text, other than code, has most of the names: it is the list, whatever its name.</summary>
    public bool AreTogether(IReadOnlyList<string> names) =>
        names
            .SelectMany(name => texts.Value.GetValueOrDefault(name) ?? [])
            .CountBy(text => text)
            .Any(text => text.Value * 3 >= names.Count * 2);

    private static HashSet<string> Listed(Deployment deployment, List<string> names)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        // A job that sets them lists them.
        NameSearch keys = new(names.Select(name => $"{name}:"));
        found.UnionWith(deployment.Of<Workflow>().SelectMany(workflow => keys.NamesIn(workflow.File)).Select(key => key[..^1]));
        // Lists in other forms: environment-variables.txt, env.prod.php.
        NameSearch plain = new(names);
        found.UnionWith(deployment.Of<VariableText>().Where(text => text.IsList).SelectMany(text => plain.NamesIn(text.File)));
        // "CLOUDINARY_*": a sentence about a family of names.
        NameSearch families = new(names.SelectMany(Families).Distinct(StringComparer.Ordinal).Select(family => $"{family}*"));
        var written = deployment
            .Of<Document>()
            .SelectMany(document => families.NamesIn(document.File))
            .Select(family => family[..^1])
            .ToHashSet(StringComparer.Ordinal);
        found.UnionWith(names.Where(name => Families(name).Any(written.Contains)));
        return found;
    }

    private static Dictionary<string, List<int>> Texts(Deployment deployment, List<string> names)
    {
        Dictionary<string, List<int>> found = new(StringComparer.Ordinal);
        NameSearch search = new(names);
        var number = 0;
        foreach (
            var file in deployment
                .Artifacts.Where(artifact => artifact is not (CodeFile or SecretFile or LockFile))
                .Select(artifact => artifact.File)
                .Distinct()
        )
        {
            foreach (var name in search.NamesIn(file))
            {
                if (!found.TryGetValue(name, out var places))
                {
                    found.Add(name, places = []);
                }

                places.Add(number);
            }

            number++;
        }

        return found;
    }

    /// <summary><c>NEXT_</c>, <c>NEXT_PUBLIC_</c>, <c>NEXT_PUBLIC_FIREBASE_</c>.</summary>
    private static IEnumerable<string> Families(string name) =>
        Enumerable.Range(2, Math.Max(0, name.Length - 2)).Where(at => name[at] == '_').Select(at => name[..(at + 1)]);
}
