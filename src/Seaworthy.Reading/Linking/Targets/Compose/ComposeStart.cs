using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Formats.Shell;
using Seaworthy.Reading.Linking.Compose;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Targets.Compose;

/// <summary>What a compose service starts: its own entrypoint and command over the image's.</summary>
/// <remarks>Source: the Compose specification, "command", "entrypoint": an entrypoint of the service takes the image's command away.</remarks>
internal static class ComposeStart
{
    public static ProcessStart? Of(ComposeStack stack, ComposeService service, Image? image)
    {
        var directory = stack.Text(service.WorkingDirectory) ?? image?.Final.WorkingDirectory;
        var ownEntrypoint = service.Entrypoint is { IsNull: false } ? service.Entrypoint : null;
        var ownCommand = service.Command is { IsNull: false } ? service.Command : null;
        IReadOnlyList<ShellCommand> entry = ownEntrypoint?.Commands ?? image?.Final.Entrypoint?.Commands ?? [];
        IReadOnlyList<ShellCommand> command = ownCommand?.Commands ?? (ownEntrypoint is null ? image?.Final.Command?.Commands : null) ?? [];
        var span = ownCommand?.Span ?? ownEntrypoint?.Span ?? image?.Final.Command?.Span ?? image?.Final.Entrypoint?.Span;
        var text = string.Join(
            ' ',
            new[]
            {
                ownEntrypoint?.Raw ?? image?.Final.Entrypoint?.Raw,
                ownCommand?.Raw ?? (ownEntrypoint is null ? image?.Final.Command?.Raw : null),
            }.OfType<string>()
        );
        return span is { } place && entry.Count + command.Count > 0
            ? new ProcessStart(Handed(entry, command) ?? [.. entry, .. command], directory, place)
            {
                Text = text,
                Program = Program(ownEntrypoint, ownCommand, image),
                Whole = Handed(entry, command) ?? StartWords.Join(entry, command),
                Arguments =
                    ownEntrypoint is null
                    && ownCommand is { IsEmpty: false }
                    && (image is null || image.Final.Entrypoint is { IsEmpty: false })
                        ? new EntryArguments(image?.Final.Entrypoint, [.. ownCommand.Words.Select(word => word.Literal ?? "")])
                        : null,
            }
            : null;
    }

    /// <summary>The entry point is a shell alone, and the command is its script: <c>entrypoint: /bin/sh</c>, <c>command: ["-c", "…"]</c>.</summary>
    private static IReadOnlyList<ShellCommand>? Handed(IReadOnlyList<ShellCommand> entry, IReadOnlyList<ShellCommand> command) =>
        entry is [{ Words: [{ Literal: { } shell }] }]
        && ShellPrograms.IsShell(shell)
        && command is [{ Words: [{ Literal: ['-', ..] }, ..] }]
        && StartWords.Join(entry, command) is [var whole]
        && ShellParser.ParseInner(whole) is { Count: > 0 } script
            ? script
            : null;

    /// <summary>Null where the image's own command stays, or its entry point takes the words as arguments.</summary>
    private static StartProgram? Program(ComposeCommand? entrypoint, ComposeCommand? command, Image? image)
    {
        var isEntryPoint = entrypoint is { IsEmpty: false };
        var first =
            isEntryPoint ? entrypoint?.Words[0]
            : entrypoint is null && image?.Final.Entrypoint is { IsEmpty: false } ? null
            : command?.Words.FirstOrDefault();
        return first is { Literal: { } word } ? new StartProgram(new Fact<string>(word, first.Span), isEntryPoint) : null;
    }
}
