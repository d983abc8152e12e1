using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Runtimes;

/// <summary>Tools that a command installs without a version, and whose newest release asks for a newer runtime.</summary>
/// <remarks>Sources: .NET SDK, error NU1202; RubyGems, "gem install" and "gem update --system"; npm, "npm install"; Go Toolchains: the official images set GOTOOLCHAIN to local.</remarks>
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

        return from installed in Installed(command, line)
            let tool = NewestTools.Find(held.Runtime, installed.Package)
            where tool is not null && !FallsBack(tool, held)
            select new ManifestDemand(
                new RuntimeRequirement(held.Runtime, tool.Needs, installed.Word.Span),
                ">=" + tool.Needs,
                command.Command.Span,
                Refusal(installed.Manager, tool)
            )
            {
                Newest = tool.Package.Replace("@latest", "", StringComparison.Ordinal),
            };
    }

    private static IEnumerable<InstalledTool> Installed(StageCommand command, CommandLine line) =>
        KnownCommand
            .Of(command.Command)
            .OfType<PackageInstallCommand>()
            .Where(install => install.Manager is "dotnet" or "gem" or "go")
            .SelectMany(install => install.Packages.Select(word => new InstalledTool(install.Manager, word.Literal ?? "", word)))
            .Concat(UpdatedByItself(line));

    /// <summary><c>gem update --system</c>, <c>npm install -g npm@latest</c>.</summary>
    private static IEnumerable<InstalledTool> UpdatedByItself(CommandLine line) =>
        line.Program switch
        {
            "gem" when line.Verb == "update" && !line.Arguments.Any(word => word.Literal is [>= '0' and <= '9', ..]) => line
                .Arguments.Where(word => word.Literal == "--system")
                .Select(word => new InstalledTool("gem", NewestTools.RubyGems, word)),
            "npm"
                when line.Verb is "install" or "i"
                    && line.Arguments.Any(word => word.Literal is "-g" or "--global")
                    && !line.Arguments.Any(word => word.Literal is "-f" or "--force") => line
                .Arguments.Where(word => word.Literal is "npm" or "npm@latest")
                .Select(word => new InstalledTool("npm", "npm@latest", word)),
            _ => [],
        };

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
            "npm" => "it answers \"EBADENGINE Not compatible with your version of node/npm\"",
            _ => $"it answers \"requires go >= {tool.Needs} (GOTOOLCHAIN=local)\"",
        };

    /// <summary>A tool that a command names without a version.</summary>
    private sealed record InstalledTool(string Manager, string Package, ShellWord Word);
}
