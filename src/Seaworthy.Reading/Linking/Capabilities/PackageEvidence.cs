using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Capabilities;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Capabilities;

/// <summary>Finds the package by which a component has a capability.</summary>
internal static class PackageEvidence
{
    public static Fact<string>? Find(CapabilityKind kind, Component component) => Declared(kind, component) ?? Imported(kind, component);

    private static Fact<string>? Declared(CapabilityKind kind, Component component)
    {
        foreach (var manifest in component.Manifests.OfType<Manifest>())
        {
            foreach (var dependency in manifest.Dependencies)
            {
                if (
                    !dependency.IsIndirect
                    && dependency.Kind != DependencyKind.Development
                    && CapabilityPackages.Show(kind, dependency.Name)
                )
                {
                    return new Fact<string>(dependency.Name, dependency.Span);
                }
            }

            // libs.micrometer.registry.prometheus
            if (manifest is JavaBuild build && build.CatalogAliases.FirstOrDefault(alias => Shows(kind, alias.Value)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool Shows(CapabilityKind kind, string alias)
    {
        var name = alias.StartsWith("libs.", StringComparison.Ordinal) ? alias["libs.".Length..] : alias;
        return CapabilityPackages.Show(kind, name);
    }

    // Where manifests are wanting or generated, the source tells. Only these languages name packages in their imports.
    private static Fact<string>? Imported(CapabilityKind kind, Component component)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var file in component.Code)
        {
            if (file.Language is not (Language.Python or Language.JavaScript or Language.TypeScript or Language.Go or Language.Rust))
            {
                continue;
            }

            foreach (var import in file.Imports)
            {
                var name = PackageOf(import.Module, file.Language);
                if (name.Length > 0 && seen.Add(name) && CapabilityPackages.Show(kind, name))
                {
                    return new Fact<string>(name, import.Span);
                }
            }
        }

        return null;
    }

    private static string PackageOf(string module, Language language) =>
        language switch
        {
            Language.Go => module,
            Language.Python => Before(module, '.'),
            Language.Rust => Before(module, ':'),
            _ when module.StartsWith('.') || module.StartsWith('/') => "",
            _ => NodePackages.Of(module) ?? "",
        };

    private static string Before(string text, char end) =>
        text.IndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? text[..at] : text;
}
