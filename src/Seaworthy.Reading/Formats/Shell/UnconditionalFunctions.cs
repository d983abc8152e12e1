using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>Functions of a script in which a failure ends it under <c>set -e</c>: they are called from its top on, and nowhere under a condition.</summary>
/// <remarks>Source: Bash Reference Manual, 4.3.1 "The Set Builtin": a function that is called under a condition does not stop, nor does what it calls.</remarks>
internal static class UnconditionalFunctions
{
    private const string Top = "";

    public static HashSet<string> Of(ShellRun run)
    {
        var defined = run.Functions.Select(function => function.Value).ToHashSet(StringComparer.Ordinal);
        var calls = run.Commands.Where(command => command.Words is [{ Literal: { } name }, ..] && defined.Contains(name)).ToList();
        var called = calls.ToLookup(call => call.Function ?? Top, call => call.Program, StringComparer.Ordinal);
        var reached = Reached([Top], called);
        var excused = calls.Where(IsExcused).Select(call => call.Program).Concat(defined.Except(reached));
        reached.ExceptWith(Reached(excused, called));
        return reached;
    }

    private static bool IsExcused(ShellCommand call) =>
        call is not { IsTested: false, IsInSubstitution: false, IsBackground: false, LostTo: null, StopsOnError: true };

    private static HashSet<string> Reached(IEnumerable<string> first, ILookup<string, string> called)
    {
        HashSet<string> reached = new(first, StringComparer.Ordinal);
        Stack<string> open = new(reached);
        while (open.TryPop(out var caller))
        {
            foreach (var callee in called[caller].Where(reached.Add))
            {
                open.Push(callee);
            }
        }

        return reached;
    }
}
