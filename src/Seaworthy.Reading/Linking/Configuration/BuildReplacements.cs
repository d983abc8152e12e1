using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Names;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Which reads of variables the bundler of components replaces while it builds.</summary>
internal sealed partial class BuildReplacements(IReadOnlyList<Component> components)
{
    private readonly Lazy<bool> namesPrefixes = new(() =>
        IsConfigured(components, text => text.Contains("envPrefix", StringComparison.Ordinal))
    );

    private readonly Lazy<bool> defines = new(() => IsConfigured(components, Defines));

    private readonly Lazy<Dictionary<SourceFile, Component>> owners = new(() =>
        components
            .SelectMany(component => component.Code, (component, file) => new { component, file.File })
            .DistinctBy(pair => pair.File)
            .ToDictionary(pair => pair.File, pair => pair.component)
    );

    /// <summary>The read, marked by whether it happens in the build.</summary>
    public EnvironmentRead Mark(EnvironmentRead read) => BuildStep.IsRoute(read) ? Kept(read with { IsBuildTime = true }) : Kept(read);

    private EnvironmentRead Kept(EnvironmentRead read) => read.IsBuildTime && !Replaces(read) ? read with { IsBuildTime = false } : read;

    /// <summary>
    /// The bundler replaces this read. Vite does so with <c>import.meta.env</c>, for names of its prefix, and with <c>process.env</c> only where its configuration says so.
    /// </summary>
    private bool Replaces(EnvironmentRead read) =>
        BuildStep.IsConfiguration(read.Span.File)
        || (
            read.Span.Text.StartsWith("import.meta.env", StringComparison.Ordinal)
                ? !IsOfVite(read) || PublicVariables.IsPublic(read.Name) || namesPrefixes.Value
                : !read.Span.Text.StartsWith("process.env", StringComparison.Ordinal)
                    || !(read.Name.StartsWith("VITE_", StringComparison.Ordinal) || IsOfVite(read))
                    || defines.Value
        );

    private static bool IsConfigured(IReadOnlyList<Component> components, Func<string, bool> says) =>
        components.SelectMany(component => component.Code).Any(file => BuildStep.IsConfiguration(file.File) && says(file.File.Text));

    private bool IsOfVite(EnvironmentRead read) =>
        owners.Value.GetValueOrDefault(read.Span.File) is { Frameworks: var frameworks }
        && frameworks.Contains("vite")
        && !frameworks.Contains("react-scripts")
        && !frameworks.Contains("next");

    private static bool Defines(string configuration) =>
        Definition().Match(configuration) is { Success: true } definition
            && !NothingDefined().IsMatch(configuration.AsSpan(definition.Index))
        || configuration.Contains("EnvironmentPlugin", StringComparison.Ordinal);

    [GeneratedRegex("""['"`]process\.env""")]
    private static partial Regex Definition();

    // define: { 'process.env': {} }
    [GeneratedRegex("""^['"]process\.env['"]\s*:\s*(\{\s*\}|['"]\{\s*\}['"])""")]
    private static partial Regex NothingDefined();
}
