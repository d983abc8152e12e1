using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Runtimes;

/// <summary>Tools that a command installs without a version, and whose newest release asks for a newer runtime.</summary>
/// <remarks>Sources: .NET SDK, error NU1202; RubyGems, "gem install"; Go Toolchains: the official images set GOTOOLCHAIN to local.</remarks>
internal static class NewestToolDemands
{
    // Before 1.21 a newer version in go.mod is no reason to stop.
    private static readonly long ComparingGo = VersionLine.Parse("1.21")?.First ?? 0;

    public static IEnumerable<ManifestDemand> Of(StageCommand command, ImageRuntime held)
    {
        var line = CommandLine.Of(command.Command);
        if (
            !command.IsDemanded
            || (held.Runtime == "go" && held.Line.First < ComparingGo)
            || line.Environment.Any(variable => variable.Name == "GOTOOLCHAIN")
            || line.Arguments.Any(word => IsRelease(word.Prefix))
        )
        {
            return [];
        }

        return from install in KnownCommand.Of(command.Command).OfType<PackageInstallCommand>()
            where install.Manager is "dotnet" or "gem" or "go"
            from word in install.Packages
            let tool = word.Literal is { } package ? NewestTools.Find(held.Runtime, package) : null
            where tool is not null && !FallsBack(tool, held)
            select new ManifestDemand(
                new RuntimeRequirement(held.Runtime, tool.Needs, word.Span),
                ">=" + tool.Needs,
                command.Command.Span,
                Refusal(install.Manager, tool)
            )
            {
                Newest = tool.Package.Replace("@latest", "", StringComparison.Ordinal),
            };
    }

    private static bool FallsBack(NewestTool tool, ImageRuntime held) =>
        tool.FallsBackFrom is { } version && VersionLine.Parse(version) is { } from && held.Line.End > from.First;

    // "gem install --conservative" leaves what the image brings.
    private static bool IsRelease(string word) =>
        word is "-v" or "--conservative" || word.StartsWith("--version", StringComparison.Ordinal);

    private static string Refusal(string manager, NewestTool tool) =>
        manager switch
        {
            "dotnet" => $"it answers \"NU1202: Package {tool.Package} is not compatible\"",
            "gem" => $"it answers \"{tool.Package} requires Ruby version >= {tool.Needs}\"",
            _ => $"it answers \"requires go >= {tool.Needs} (GOTOOLCHAIN=local)\"",
        };
}
