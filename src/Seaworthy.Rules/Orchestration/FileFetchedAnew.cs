using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A file that a script beside it downloads again before use: the committed one is only the last download.</summary>
internal static class FileFetchedAnew
{
    /// <summary>The command that downloads it; otherwise null.</summary>
    public static SourceSpan? At(SourceFile file, Deployment deployment) =>
        deployment
            .Commands.Where(site => IsBeside(site, file) && Overwrites(site, file, deployment))
            .Select(site => (SourceSpan?)site.Span)
            .FirstOrDefault();

    private static bool IsBeside(CommandSite site, SourceFile file) =>
        site.Span.File.Directory == file.Directory || site.Directories.Contains(file.Directory);

    private static bool Overwrites(CommandSite site, SourceFile file, Deployment deployment) =>
        site.Known.OfType<HttpProbeCommand>().FirstOrDefault() switch
        {
            null => false,
            { Output: { } output } => IsNamed(output, file.Name),
            { Tool: "curl" } => KeepsName(site.Command) && Names(site.Command, file.Name),
            // wget adds a number to the name if the file exists.
            _ => Names(site.Command, file.Name)
                && deployment.Commands.Any(other =>
                    other.Span.File == site.Span.File
                    && other.Known.OfType<FileCommand>().SelectMany(command => command.Removes).Any(word => IsNamed(word, file.Name))
                ),
        };

    private static bool KeepsName(ShellCommand command) =>
        command.Words.Any(word => word.Literal is "--remote-name" or "--remote-name-all" or ['-', not '-', .., 'O'] or "-O");

    private static bool Names(ShellCommand command, string name) => command.Words.Skip(1).Any(word => IsNamed(word, name));

    private static bool IsNamed(ShellWord word, string name) =>
        word.Raw.Trim('"', '\'').TrimEnd('*') is var path && path[(path.LastIndexOf('/') + 1)..] == name;
}
