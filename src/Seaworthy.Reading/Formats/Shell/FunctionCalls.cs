using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>From where each function of a script is called.</summary>
internal sealed class FunctionCalls
{
    private readonly Dictionary<string, Call> found = new(StringComparer.Ordinal);

    public static FunctionCalls Unknown { get; } = new();

    /// <summary>How many functions are called from one place that is known.</summary>
    public int Known => found.Values.Count(call => call.Directory is not null);

    public static FunctionCalls Of(IEnumerable<ShellCommand> commands, IEnumerable<string> functions)
    {
        FunctionCalls calls = new();
        HashSet<string> names = new(functions, StringComparer.Ordinal);
        foreach (var command in commands)
        {
            if (command.Words is not [{ Literal: { } name }, ..] || !names.Contains(name))
            {
                continue;
            }

            calls.found[name] = calls.found.TryGetValue(name, out var known)
                ? new Call(known.Directory == command.Place ? known.Directory : null, known.StopsOnError && command.StopsOnError)
                : new Call(command.Place, command.StopsOnError);
        }

        return calls;
    }

    /// <summary>The one directory from which a function is called; null when there are several, or no call in this file.</summary>
    public ShellDirectory? DirectoryOf(string function) => found.TryGetValue(function, out var call) ? call.Directory : null;

    public bool StopsOnError(string function, bool atDefinition) =>
        found.TryGetValue(function, out var call) ? call.StopsOnError : atDefinition;

    private sealed record Call(ShellDirectory? Directory, bool StopsOnError);
}
