using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Programs that the script calls with which a container begins.</summary>
internal static class ScriptPrograms
{
    public static IEnumerable<ProgramUse> Of(ScriptStart start)
    {
        if (start is not { Script: { } script, MayBeChangedBecause: null or "this tree does not show which files are executable" })
        {
            yield break;
        }

        var loops = WaitLoop.FindAll(script.Commands);
        var isOfOthers = false;
        var mayEnd = false;
        Dictionary<string, PathAnswer?> answers = new(StringComparer.Ordinal);
        Dictionary<string, bool> questions = new(StringComparer.Ordinal);
        foreach (var command in script.Commands)
        {
            // What stands behind it runs only when there is no such program, or in another's name.
            if (command is { Program: "exec" or "exit", IsConditional: false, Function: null })
            {
                yield break;
            }

            if (
                CommandLine.Of(command) is { Wrappers.Count: 0, Program: var program, ProgramWord: { Literal: { } word } place }
                && !word.Contains('/', StringComparison.Ordinal)
                && command.Function is null
                && ProgramUses.IsLeaf(program)
                && command is { Joint: not "||", FailureIsMasked: false }
                && !isOfOthers
                && !(Known(questions, program, name => IsLookedFor(script, name)) && (command.IsConditional || mayEnd))
                && Known(answers, program, name => Find(start, script, name)) is { } answer
            )
            {
                yield return new ProgramUse(script.File.Path, program, place.Span, answer)
                {
                    Base = Base(start),
                    BaseAt = start.Image is { } image ? ProgramUses.Bottom(image, image.Final).Declared.Base.Span : null,
                    StartedAt = start.Span,
                    IsAwaited = IsAwaited(command, loops),
                    IsDemanded =
                        command
                            is {
                                IsConditional: false,
                                IsCondition: false,
                                FailureIsMasked: false,
                                StopsOnError: true,
                                LostTo: null,
                                IsInSubstitution: false,
                                IsBackground: false,
                                Joint: ";" or "&&"
                            },
                };
            }

            isOfOthers |= command.Program is "source" or "." or "alias";
            mayEnd |= command.Program is "exit" or "return" or "exec";
        }
    }

    private static T Known<T>(Dictionary<string, T> known, string program, Func<string, T> look) =>
        known.TryGetValue(program, out var found) ? found : known[program] = look(program);

    private static PathAnswer? Find(ScriptStart start, ShellScript script, string program)
    {
        if (script.Functions.Any(function => function.Value == program) || InstalledBy(start, script, program))
        {
            return null;
        }

        return start switch
        {
            { Image: { } image } => ProgramUses.Find(image, image.Final, program, countsCalls: true),
            { Public: { } known } => known.HasTool(program) switch
            {
                true => new PathAnswer(Presence.Present, program),
                false => new PathAnswer(Presence.Absent, program),
                null => null,
            },
            _ => null,
        };
    }

    private static string Base(ScriptStart start) =>
        start.Image is { } image ? ProgramUses.Bottom(image, image.Final).Base.Text ?? "" : start.Public?.Name ?? "";

    /// <summary>
    /// The script asks whether there is such a program. Where it only tries to install what is missing, and goes on, the question is no guard of a command that runs in
    /// any case.
    /// </summary>
    private static bool IsLookedFor(ShellScript script, string program) =>
        script.Commands.Any(other =>
            other.Program is "command" or "which" or "type" or "hash" or "[" or "test"
            && other.Arguments.Any(word => word.Raw.Contains(program, StringComparison.Ordinal))
        );

    /// <summary>The script installs it itself: root may.</summary>
    private static bool InstalledBy(ScriptStart start, ShellScript script, string program) =>
        script.Commands.Any(command =>
            KnownCommand
                .Of(command)
                .OfType<PackageInstallCommand>()
                .Any(install => install.Packages.Any(word => word.Literal is null || ImagePrograms.Brings(word.Literal, program)))
        )
        && (
            start.Image?.Final.User?.Value is not { } user
            || user.Split(':')[0] is "root" or "0"
            || user.Contains('$', StringComparison.Ordinal)
        );

    private static bool IsAwaited(ShellCommand command, IReadOnlyList<WaitLoop> loops) =>
        command is { IsCondition: true, IsConditional: false }
        && (command.Loop is "until" || (command.Loop is "while" && IsNegated(command)))
        && loops.FirstOrDefault(loop => loop.Commands.Contains(command)) is { IsBounded: false } own
        && !own.Commands.Any(other => other.Program is "break" or "timeout");

    private static bool IsNegated(ShellCommand command) =>
        command.Span.File.Text.AsSpan(0, command.Span.Start).TrimEnd() is [.., '!'] || command.Words is [{ Raw: "!" }, ..];
}
