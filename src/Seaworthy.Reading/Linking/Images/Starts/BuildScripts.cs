using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.CommandUses;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>The files of the repository that RUN instructions start by themselves, and what happens to them before: <c>RUN ./mvnw package</c>.</summary>
internal static class BuildScripts
{
    public static IReadOnlyList<BuildScript> Link(Deployment deployment) =>
        [
            .. (
                from image in deployment.Images
                let history = new ScriptHistory(image)
                from stage in image.Stages
                from command in stage.Commands
                where command is { Directory: not null, IsDemanded: true, Command.LostTo: null }
                select Of(deployment, image, history, command)
            )
                .OfType<ScriptStart>()
                .DistinctBy(start => new
                {
                    start.File.Path,
                    start.Span,
                    start.PutThereBy,
                })
                .Select(start => new BuildScript(start)),
        ];

    private static ScriptStart? Of(Deployment deployment, Image image, ScriptHistory history, StageCommand at)
    {
        if (
            Named(CommandLine.Of(at.Command)) is not { Literal: { } written } word
            || ImagePath.Join(at.Directory, written) is not { } path
            || at.Before.Find(path) is not { Presence: Presence.Present, Actual: { } source } answer
            || deployment.Tree.Resolve(source) is not { IsReadable: true } file
        )
        {
            return null;
        }

        return new ScriptStart(image.Name, word.Span, path, file)
        {
            IsInBuild = true,
            Script = deployment.At<ShellScript>(file.Path),
            Image = image,
            PutThereBy = answer.Because,
            MadeExecutableBy = history.MakesExecutable(at, answer, path) ?? MadeBeforeBuild.Executable(deployment, image, file.Path),
            LineEndingsFixedBy = ScriptChanges.Attribute(deployment, file.Path) ?? history.FixesLineEndings(at),
            MayBeChangedBecause = ScriptChanges.ModeDoubt(deployment, file) ?? history.Doubt(at) ?? Replaced(history, at, path),
        };
    }

    /// <summary>A command before may put another file in its place: <c>cp mvnw.linux mvnw</c>, <c>gradle wrapper</c>.</summary>
    private static string? Replaced(ScriptHistory history, StageCommand at, string path)
    {
        var name = ImagePath.NameOf(path);
        return
            history.Replaced(at, name, other => BuildWrappers.AreMadeBy(other.Command) || Puts(CommandLine.Of(other.Command), name))
                is { } first
            ? $"{first.Command.Span} may replace it"
            : null;
    }

    private static bool Puts(CommandLine line, string name) =>
        line.Program is "cp" or "mv" or "install" or "ln" or "curl" or "wget"
        && line.Arguments.Any(word => word.Literal is { } text && ImagePath.NameOf(text) == name);

    /// <summary>A file that the system itself starts, by its path: not one that is given to a shell, to Python, to npx.</summary>
    private static ShellWord? Named(CommandLine line) =>
        line.ProgramWord is { Literal: { } literal } word
        && literal.Contains('/', StringComparison.Ordinal)
        && line.Wrappers.All(wrapper => wrapper is "sudo" or "env" or "time" or "timeout" or "nice" or "exec" or "command")
            ? word
            : null;
}
