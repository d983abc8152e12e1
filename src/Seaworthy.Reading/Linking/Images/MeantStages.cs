using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Sources of <c>COPY --from</c> that a command of the named stage could make as far as its words tell, where something else tells that it does not.</summary>
internal static class MeantStages
{
    /// <summary>The answer for a path that the stage may have: absent, where another stage makes its directory, or the stage has the file under another ending.</summary>
    public static PathAnswer Judge(Image image, ImageStage stage, PathAnswer answer) =>
        answer.Presence != Presence.Unknown ? answer
        : OfOtherStage(image, stage, answer.Looked) is { } other ? other
        : OfOtherEnding(stage, answer.Looked) is { } ending ? ending
        : answer;

    /// <summary>Only a stage that the image does not use makes a directory above the path, and the commands of the named one do not mention it.</summary>
    private static PathAnswer? OfOtherStage(Image image, ImageStage stage, string path) =>
        (
            from directory in Above(path)
            let name = ImagePath.NameOf(directory)
            where !Names(stage, name) && stage.Files.Find(directory).Presence != Presence.Present
            from other in image.Dockerfile.Stages
            where !image.Stages.Any(used => ReferenceEquals(used.Declared, other))
            let made = other.Instructions.FirstOrDefault(instruction => Makes(instruction, name))
            where made is not null
            select new PathAnswer(Presence.Absent, path, null, made.Span, $"{directory} is made in another stage ({made.Span})")
        ).FirstOrDefault();

    private static bool Makes(DockerInstruction instruction, string name) =>
        instruction switch
        {
            DockerInstruction.Workdir workdir => ImagePath.NameOf(workdir.Path.Raw) == name,
            DockerInstruction.Run run => run.Command.Commands.Any(command =>
                command.Program == "mkdir" && command.Arguments.Any(word => ImagePath.NameOf(word.Raw) == name)
            ),
            _ => false,
        };

    /// <summary><c>next.config.mjs</c>, where the sources have <c>next.config.js</c>: nobody generates settings of one's own.</summary>
    private static PathAnswer? OfOtherEnding(ImageStage stage, string path)
    {
        var name = ImagePath.NameOf(path);
        if (!name.Contains(".config.", StringComparison.Ordinal) || Names(stage, name))
        {
            return null;
        }

        var stem = name[..name.LastIndexOf('.')];
        return stage
            .Files.CopiedUnder(ImagePath.Parent(path))
            .Where(file => ImagePath.Parent(file.Path) == ImagePath.Parent(path))
            .Where(file => ImagePath.NameOf(file.Path).StartsWith(stem + ".", StringComparison.Ordinal))
            .Select(file => new PathAnswer(Presence.Absent, path, Why: $"the stage has {ImagePath.NameOf(file.Path)}"))
            .FirstOrDefault();
    }

    /// <summary>Directories above, the nearest first; those right below the root are of every system.</summary>
    private static IEnumerable<string> Above(string path)
    {
        for (var directory = ImagePath.Parent(path); directory.LastIndexOf('/') > 0; directory = ImagePath.Parent(directory))
        {
            yield return directory;
        }
    }

    private static bool Names(ImageStage stage, string name) =>
        stage.Commands.Any(command => command.Command.Words.Any(word => word.Raw.Contains(name, StringComparison.Ordinal)));
}
