using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.CommandUses;
using Seaworthy.Reading.Linking.Go;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>The files that commands of RUN instructions need, looked for in the image as it is just before them.</summary>
internal static class BuildCommandPaths
{
    private static readonly EarlierCommands Wrapping = new(other => BuildWrappers.AreMadeBy(other.Command));

    public static IEnumerable<PathUse> Find(Deployment deployment) =>
        from image in deployment.Images
        from stage in image.Stages
        from command in stage.Commands
        where command is { Directory: not null, IsDemanded: true }
        from use in Of(deployment, image, stage, command).Concat(OfGoPackages(image, stage, command))
        where use.Answer.Presence != Presence.Unknown
        select use;

    private static IEnumerable<PathUse> Of(Deployment deployment, Image image, ImageStage stage, StageCommand at)
    {
        CommandSite site = new(at.Command, image.Name, []) { Variables = ShellVariables.OfText(at.Run.Command.Commands) };
        foreach (var path in CommandPaths.Of(site).Concat(OfGoGet(stage, at)).DistinctBy(path => new { path.Role, path.Path }))
        {
            // Before release 1.16, Go builds below GOPATH without a module file, and in a workspace each module has its own.
            if (
                !(path.Path == "go.mod" && (IsBefore(stage, 16) || IsInWorkspace(stage)))
                && HasScript(stage, at, path)
                && !IsMeantFromAbove(deployment, image, path)
                && Look(at.Before, at.Directory, path) is { } answer
            )
            {
                yield return new PathUse(PathRole.BuildCommandFile, Shown(path), path.Span, image.Name, answer)
                {
                    From = $"{at.Directory} of {Named(stage)}",
                    FromSpan = answer.Presence == Presence.Absent && answer.Actual is null ? null : answer.Because,
                    Tool = path.Tool,
                    IsAssumed = image.Build.IsAssumed,
                };
            }
        }
    }

    /// <summary>Nobody here says from where ops/Dockerfile is built, and its commands name <c>ops/requirements.txt</c>: from above, then.</summary>
    private static bool IsMeantFromAbove(Deployment deployment, Image image, CommandPath path) =>
        image.Build is { IsAssumed: true, Context: { Length: > 0 } context }
        && RepositoryPath
            .Ancestors(context)
            .Any(directory =>
                directory != context
                && RepositoryPath.Join(directory, path.Path) is { } named
                && RepositoryPath.Inside(context, named) is not null
                && deployment.Tree.HasFile(named)
            );

    private static bool HasScript(ImageStage stage, StageCommand at, CommandPath path) =>
        path.Script is null
        || (
            ImagePath.Join(at.Directory, path.Script) is { } script
            && at.Before.Find(script).Presence == Presence.Present
            && !(stage.Commands is [var first, ..] && Wrapping.StandFrom(stage, first))
        );

    /// <summary>A directory that is compiled as one package must hold a Go file itself: the main package in <c>cmd/api</c> is none of the directory above.</summary>
    /// <remarks>Source: <c>go help packages</c>; the command answers <c>no Go files in DIRECTORY</c>.</remarks>
    private static IEnumerable<PathUse> OfGoPackages(Image image, ImageStage stage, StageCommand at)
    {
        if (at.Command.Program != "go" || IsBefore(stage, 16))
        {
            yield break;
        }

        foreach (var written in GoBuilds.Directories(at.Command))
        {
            if (ImagePath.Join(at.Directory, written) is not { } directory)
            {
                continue;
            }

            var copied = at.Before.CopiedUnder(directory).Where(file => file.Path.EndsWith(".go", StringComparison.Ordinal)).ToList();
            // A command may have created unknown files there, and if there is no source at all, another mistake is reported.
            if (
                copied.Count == 0
                || copied.Exists(file => RepositoryPath.Parent(file.Path) == directory)
                || at.Before.Find(ImagePath.Under(directory, "main.go")).Presence != Presence.Absent
            )
            {
                continue;
            }

            var main = copied.Find(file => file.Path.EndsWith("/main.go", StringComparison.Ordinal));
            var looked = ImagePath.Under(directory, "main.go");
            yield return new PathUse(
                PathRole.BuildCommandFile,
                "a Go file of its own",
                at.Command.Span,
                image.Name,
                main is null ? new PathAnswer(Presence.Absent, looked) : new PathAnswer(Presence.Elsewhere, looked, main.Path)
            )
            {
                From = $"{directory} of {Named(stage)}",
                Tool = at.Command.Words[1].Literal is { } verb ? $"go {verb}" : "go",
                IsAssumed = image.Build.IsAssumed,
            };
        }
    }

    /// <summary><c>go get</c> adds to a module, and since release 1.18 is refused outside of one.</summary>
    /// <remarks>Source: Go 1.18 release notes, "go get".</remarks>
    private static IEnumerable<CommandPath> OfGoGet(ImageStage stage, StageCommand at)
    {
        var line = CommandLine.Of(at.Command);
        return
            line is { Program: "go", Verb: "get" }
            && stage.PublicBase?.Name == "golang"
            && !IsBefore(stage, 18)
            && stage.Declared.FindVariable("GO111MODULE", at.Run) is not DockerInstruction.Env
            && !at.Command.Assignments.Any(assignment => assignment.Name == "GO111MODULE")
            ? [ToolPaths.GoModule(line)]
            : [];
    }

    /// <remarks>Source: Go Modules Reference, "Workspaces", <c>GOWORK</c>.</remarks>
    private static bool IsInWorkspace(ImageStage stage) =>
        stage.Declared.Instructions.OfType<DockerInstruction.Env>().Any(env => env.Name.Value == "GOWORK");

    /// <summary>The image is of an older release of Go than 1.<paramref name="minorRelease"/>; what names none is the newest.</summary>
    private static bool IsBefore(ImageStage stage, int minorRelease) =>
        stage.PublicBase?.Name == "golang"
        && stage.Base.Text is { } text
        && ImageReference.Parse(text)?.EffectiveTag.Split('-')[0].Split('.') is ["1", var minor, ..]
        && int.TryParse(minor, out var release)
        && release < minorRelease;

    /// <summary>Null when the tool looks for a pattern.</summary>
    public static PathAnswer? Look(ImageFiles files, string? directory, CommandPath path)
    {
        if (ImagePath.Join(directory, path.Directory) is not { } start || path.Path.Contains('*', StringComparison.Ordinal))
        {
            return null;
        }

        PathAnswer? first = null;
        foreach (var above in path.LooksUpwards ? Ancestors(start) : [start])
        {
            foreach (var name in path.Others.Prepend(path.Path).Where(name => !name.Contains('*', StringComparison.Ordinal)))
            {
                var answer = files.Find(ImagePath.Join(above, name) ?? name);
                if (answer.Presence is Presence.Present or Presence.Produced or Presence.Unknown)
                {
                    return answer;
                }

                first ??= answer;
            }
        }

        return first is { Presence: Presence.Absent } && files.Named(ImagePath.NameOf(first.Looked)) is { } other
            ? first with
            {
                Presence = Presence.Elsewhere,
                Actual = other.Value,
                Because = other.Span,
            }
            : first;
    }

    private static IEnumerable<string> Ancestors(string directory)
    {
        for (var at = directory; at.Length > 1; at = at[..at.LastIndexOf('/')])
        {
            yield return at;
        }

        yield return "/";
    }

    private static string Shown(CommandPath path) => path.Directory.Length == 0 ? path.Path : $"{path.Directory}/{path.Path}";

    public static string Named(ImageStage stage) => stage.Declared.Name is { } name ? $"stage {name.Value}" : "the stage";
}
