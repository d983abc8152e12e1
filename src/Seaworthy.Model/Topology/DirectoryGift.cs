using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>What may give a directory of an image to another user than root, or let others write into it.</summary>
/// <remarks>
/// Source: Dockerfile reference, "COPY --chown --chmod" (what is copied belongs to root unless it says so; a directory that is there keeps its owner), "WORKDIR", "USER".
/// </remarks>
public static class DirectoryGift
{
    // They change owners or permissions of the paths behind them.
    private static readonly string[] Givers = ["chown", "chmod", "chgrp", "setfacl", "install"];

    // They make a home directory for a user.
    private static readonly string[] Accounts = ["useradd", "adduser", "usermod"];

    /// <summary>The instruction or command; null when root keeps the directory as far as the instructions tell.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="isWhole">The directory itself has to be given: something below it is not enough.</param>
    public static SourceSpan? Of(Image image, string path, bool isWhole)
    {
        ArgumentNullException.ThrowIfNull(image);
        return image.Down(image.Final).Select(stage => Of(stage, path, isWhole)).FirstOrDefault(given => given is not null);
    }

    /// <summary>A command may give the directory away, or may do so by a name that is computed.</summary>
    /// <param name="directory">Where it runs; null when that is unknown.</param>
    public static bool IsGivenBy(ShellCommand command, string? directory, string path, bool isWhole)
    {
        ArgumentNullException.ThrowIfNull(command);
        var words = command.Words.SkipWhile(word => word.Literal is "sudo" or "exec").ToList();
        var program = words is [{ Literal: { } first }, ..] ? ImagePath.NameOf(first) : "";
        // A shell is given the command as one word: su -c "chown -R …".
        return Givers.Contains(program) ? Gives(program, words, directory, path, isWhole)
            : Accounts.Contains(program) ? words.Any(word => word.Literal == path || word.Literal is null)
            : words.Any(word =>
                word.Raw.Contains("chown ", StringComparison.Ordinal) || word.Raw.Contains("chmod ", StringComparison.Ordinal)
            )
                || program is "find" or "xargs" && words.Any(word => word.Literal is "chown" or "chmod");
    }

    private static SourceSpan? Of(ImageStage stage, string path, bool isWhole)
    {
        foreach (var command in stage.Commands)
        {
            // Before the directory is there, a change of its parent does not last for what is copied later.
            if (
                (
                    IsGivenBy(command.Command, command.Directory, path, isWhole)
                    && (isWhole || command.Before.Find(path).Presence is not (Presence.Absent or Presence.IgnoredByDocker))
                ) || IsMadeByUser(stage, command, path)
            )
            {
                return command.Command.Span;
            }
        }

        return stage
            .Declared.Instructions.Select(instruction => Gives(stage, instruction, path, isWhole) ? (SourceSpan?)instruction.Span : null)
            .FirstOrDefault(span => span is not null);
    }

    /// <summary>A command behind USER makes it.</summary>
    private static bool IsMadeByUser(ImageStage stage, StageCommand command, string path) =>
        command.Command.Program == "mkdir"
        && stage.Declared.Last<DockerInstruction.User>(command.Run) is { } user
        && user.Name.Literal is not ("root" or "0")
        && command.Command.Arguments.Any(word => Covers(word, command.Directory, path, isWhole: true, isRecursive: false));

    private static bool Gives(ImageStage stage, DockerInstruction instruction, string path, bool isWhole) =>
        instruction switch
        {
            DockerInstruction.Copy copy => (copy.Chown is not null || (copy.Chmod is { } mode && IsForAll(mode.Raw)))
                && (
                    copy.Destination?.Literal is not { } to
                    || ImagePath.Join(stage.DirectoryAt.GetValueOrDefault(copy), to) is not { } destination
                    || (ImagePath.Inside(destination, path) is { } rest && (rest.Length > 0 || !IsMadeBefore(stage, copy, path)))
                    || (!isWhole && ImagePath.Inside(path, destination) is not null)
                ),
            // BuildKit makes the directory for the user of that moment.
            DockerInstruction.Workdir workdir => stage.DirectoryAt.GetValueOrDefault(workdir) is var before
                && (workdir.Path.Literal is not { } made || ImagePath.Join(before, made) is not { } at || at == path)
                && stage.Declared.Last<DockerInstruction.User>(workdir) is { } user
                && user.Name.Literal is not ("root" or "0"),
            _ => false,
        };

    private static bool IsMadeBefore(ImageStage stage, DockerInstruction instruction, string path) =>
        stage
            .Declared.Instructions.TakeWhile(before => before != instruction)
            .Any(before =>
                before is DockerInstruction.Workdir { Path.Literal: { } to }
                && ImagePath.Join(stage.DirectoryAt.GetValueOrDefault(before), to) is { } made
                && ImagePath.Inside(path, made) is not null
            )
        || stage.Declared.BaseStage is not null && stage.DirectoryAt.GetValueOrDefault(instruction) == path;

    private static bool Gives(string program, List<ShellWord> words, string? directory, string path, bool isWhole)
    {
        var arguments = words.Skip(1).Where(word => word.Literal is not ['-', ..]).ToList();
        if (arguments.Count == 0 || (program == "chmod" && !IsForAll(arguments[0].Literal)))
        {
            return false;
        }

        var isRecursive = words.Any(word => word.Literal is "--recursive" || word.HasFlag('R'));
        // Only an owner or a group that is not root changes anything.
        return arguments[0].Literal is not ("root" or "root:root" or "0" or "0:0" or "root:" or ":root")
            && arguments.Skip(program is "install" ? 0 : 1).Any(word => Covers(word, directory, path, isWhole, isRecursive));
    }

    private static bool Covers(ShellWord word, string? directory, string path, bool isWhole, bool isRecursive)
    {
        if (word.Literal is not { } literal || ImagePath.Join(directory, literal) is not { } target)
        {
            return MayCover(word, path, isWhole, isRecursive);
        }

        return target == path
            || (isRecursive && ImagePath.Inside(target, path) is not null)
            || (!isWhole && ImagePath.Inside(path, target) is not null);
    }

    /// <summary>The end of a computed path is literal: <c>${HOME}/static</c> is not the directory itself.</summary>
    private static bool MayCover(ShellWord word, string path, bool isWhole, bool isRecursive)
    {
        var end = word.Literal ?? (word.Parts is [.., { Kind: ShellPartKind.Literal } last] ? last.Text.TrimEnd('/') : "");
        return word.IsPattern
            || end is not ['/', _, ..]
            || path.EndsWith(end, StringComparison.Ordinal)
            || (isRecursive && path.Contains(end + "/", StringComparison.Ordinal))
            || (!isWhole && end.Contains("/" + ImagePath.NameOf(path) + "/", StringComparison.Ordinal));
    }

    /// <summary><c>777</c>, <c>a+w</c>, <c>ugo+rwX</c>, <c>o+w</c>; a mode that is computed may be one.</summary>
    private static bool IsForAll(string? mode) =>
        mode is null
        || (
            mode.All(char.IsAsciiDigit)
                ? mode is [.., '2' or '3' or '6' or '7']
                : mode.Contains('w', StringComparison.Ordinal)
                    && (mode[0] is '+' || mode.Contains('a', StringComparison.Ordinal) || mode.Contains('o', StringComparison.Ordinal))
        );
}
