using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>The groups of dependencies of the one manifest for Poetry that a repository holds.</summary>
/// <remarks>Source: Poetry documentation, "Managing dependencies", "Dependency groups"; its changelog, 1.7: groups that do not exist are an error.</remarks>
internal sealed class PoetryGroups
{
    private static readonly string[] Options = ["--without", "--with", "--only"];

    private readonly PyProject manifest;
    private readonly HashSet<string> declared;

    private PoetryGroups(PyProject manifest)
    {
        this.manifest = manifest;
        declared = manifest
            .Dependencies.Select(dependency => dependency.Group)
            .OfType<string>()
            .Append("main")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Null where there are none or several.</summary>
    public static PoetryGroups? Of(Deployment deployment) =>
        deployment.Of<PyProject>().Where(project => project.DeclaresProject).ToList() is [var only] ? new PoetryGroups(only) : null;

    public IReadOnlyList<NamedGroup> Named(IReadOnlyList<ShellWord> words)
    {
        if (
            words is not [{ Literal: "install" or "sync" }, ..]
            || words.Any(word => word.Literal is "-C" or "--directory" or "-P" or "--project")
        )
        {
            return [];
        }

        List<NamedGroup> named = [];
        for (var at = 1; at < words.Count; at++)
        {
            var text = words[at].Literal ?? "";
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var option = equals < 0 ? text : text[..equals];
            if (!Options.Contains(option))
            {
                continue;
            }

            var value = equals < 0 ? words.ElementAtOrDefault(at + 1) : words[at].From(equals + 1);
            foreach (var name in value?.Literal?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
            {
                named.Add(new NamedGroup(new Fact<string>(name, words[at].Span), option, manifest.File, Declares(name)));
            }
        }

        return named;
    }

    // A group without dependencies is one, too.
    private bool Declares(string name)
    {
        var text = manifest.File.Text;
        return declared.Contains(name)
            || text.Contains($"group.{name}", StringComparison.OrdinalIgnoreCase)
            || text.Contains($"{name} = [", StringComparison.OrdinalIgnoreCase)
            || text.Contains($"{name}=[", StringComparison.OrdinalIgnoreCase)
            || (name == "dev" && text.Contains("dev-dependencies", StringComparison.Ordinal));
    }
}
