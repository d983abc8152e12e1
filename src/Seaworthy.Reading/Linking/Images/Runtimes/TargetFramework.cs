using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Runtimes;

/// <summary>The one framework that a .NET project targets: its own, or that of the <c>Directory.Build.props</c> above it.</summary>
/// <remarks>Source: Microsoft Learn, "Target frameworks in SDK-style projects".</remarks>
internal static class TargetFramework
{
    /// <summary><c>net8.0</c>; null when the project has several, or of another kind, or it is computed.</summary>
    public static Fact<string>? Of(Deployment deployment, DotNetProject project)
    {
        if (project.TargetFrameworks.Count > 0)
        {
            return Single(project.TargetFrameworks);
        }

        return
            RepositoryPath
                .Ancestors(project.File.Directory)
                .Select(directory => deployment.At<DotNetProject>(RepositoryPath.Join(directory, "Directory.Build.props") ?? ""))
                .FirstOrDefault(found => found is not null)
                is { } imported
            ? Single(imported.TargetFrameworks)
            : null;
    }

    /// <summary>What the SDK of an older release answers to <c>net8.0</c>.</summary>
    public static string Refusal(string framework) =>
        $"answers \"NETSDK1045: The current .NET SDK does not support targeting .NET {framework["net".Length..]}\"";

    private static Fact<string>? Single(IReadOnlyList<Fact<string>> frameworks) =>
        frameworks is [{ Value: ['n', 'e', 't', >= '5' and <= '9', '.', ..] or ['n', 'e', 't', '1', >= '0' and <= '9', '.', ..] } only]
        && !only.Value.Contains('$', StringComparison.Ordinal)
            ? only with
            {
                Value = only.Value.Split('-')[0],
            }
            : null;
}
