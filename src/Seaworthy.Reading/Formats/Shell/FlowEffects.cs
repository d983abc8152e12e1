using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>What a command does to the shell itself: <c>cd</c>, <c>set -e</c>, assignments.</summary>
internal static class FlowEffects
{
    public static void Apply(ShellCommand command, FlowState state)
    {
        var isLasting = command.Words.Count == 0 || CommandBuilder.IsDeclaration(command.Program);
        foreach (var assignment in command.Assignments)
        {
            if (isLasting && assignment.Value is { } value)
            {
                state.Set(
                    assignment.Name,
                    value.Literal is { } text ? new FlowValue(text, null) : new FlowValue(null, ShellPaths.Of(value, state))
                );
            }
        }

        switch (command.Program)
        {
            case "cd" or "chdir":
                Enter(state, Target(command, state));
                break;
            case "pushd":
                state.Stack = state.Stack.Push(state.Directory);
                Enter(state, Target(command, state));
                break;
            case "popd":
                Enter(state, state.Stack.IsEmpty ? null : state.Stack.Peek());
                state.Stack = state.Stack.IsEmpty ? state.Stack : state.Stack.Pop();
                break;
            case "set":
                ApplyOptions(command, state);
                break;
            case "read" or "mapfile" or "readarray" or "unset" or "source" or "." or "eval":
                Forget(command, state);
                break;
            default:
                break;
        }
    }

    private static void Enter(FlowState state, ShellDirectory? directory)
    {
        state.Previous = state.Directory;
        state.Directory = directory;
    }

    private static ShellDirectory? Target(ShellCommand command, FlowState state)
    {
        var words = command.Arguments.Where(word => word.Literal is not ("-P" or "-L" or "-e" or "--")).ToList();
        return words switch
        {
            [{ Literal: "-" }] => state.Previous,
            [var word] => ShellPaths.Of(word, state),
            _ => null,
        };
    }

    /// <summary>What another file or the user puts into variables is not known here.</summary>
    private static void Forget(ShellCommand command, FlowState state)
    {
        foreach (var word in command.Arguments)
        {
            if (word.Literal is { } name)
            {
                state.Set(name, FlowValue.Unknown);
            }
        }
    }

    private static void ApplyOptions(ShellCommand command, FlowState state)
    {
        var words = command.Arguments.ToList();
        for (var index = 0; index < words.Count; index++)
        {
            if (words[index].Literal is not { Length: > 1 } option || option[0] is not ('-' or '+') || option == "--")
            {
                return;
            }

            var isLong = option[^1] == 'o';
            var name = isLong && index + 1 < words.Count ? words[index + 1].Literal : null;
            if (option.AsSpan(1).Contains('e') || name == "errexit")
            {
                state.StopsOnError = option[0] == '-';
            }

            if (name == "pipefail")
            {
                state.FailsOnPipe = option[0] == '-';
            }

            index += isLong ? 1 : 0;
        }
    }
}
