using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary><c>eq</c> and its kind.</summary>
/// <remarks>Go standard library, text/template, funcs.go.</remarks>
internal static class GoComparisons
{
    private const string Incompatible = "incompatible types for comparison";
    private const string NoBasic = "invalid type for comparison";

    public static void AddTo(GoFunctions functions)
    {
        functions.Add("eq", "aa*", arguments => AreEqual(arguments));
        functions.Add("ne", "aa", arguments => !AreEqual(arguments));
        functions.Add("lt", "aa", arguments => IsLess(arguments[0], arguments[1]));
        functions.Add("le", "aa", arguments => IsLess(arguments[0], arguments[1]) || AreEqual(arguments));
        functions.Add("gt", "aa", arguments => !IsLess(arguments[0], arguments[1]) && !AreEqual(arguments));
        functions.Add("ge", "aa", arguments => !IsLess(arguments[0], arguments[1]));
        functions.Add("not", "a", arguments => !GoKinds.IsTrue(arguments[0]));
    }

    private static bool AreEqual(IReadOnlyList<object?> arguments)
    {
        if (arguments.Count < 2)
        {
            throw new GoCallFault("missing argument for comparison");
        }

        return arguments.Skip(1).Any(other => AreEqual(arguments[0], other));
    }

    private static bool AreEqual(object? left, object? right)
    {
        var (kind, other) = (BasicKind(left), BasicKind(right));
        if (kind != other)
        {
            return kind is 'i' or 'u' && other is 'i' or 'u' ? Whole(left) == Whole(right)
                : left is not null && right is not null ? throw Differ(left, right)
                : false;
        }

        return kind switch
        {
            'i' or 'u' => Whole(left) == Whole(right),
            '\0' when left is null || right is null => left is null && right is null,
            '\0' when left is GoMap or GoList => throw new GoCallFault(
                $"non-comparable type {GoPrint.Text(left)}: {GoKinds.Type(left)}",
                GoFaultKind.Argument
            ),
            _ => Equals(left, right),
        };
    }

    private static bool IsLess(object? left, object? right)
    {
        var (kind, other) = (BasicKind(left), BasicKind(right));
        if (kind == '\0' || other == '\0')
        {
            throw new GoCallFault(NoBasic, GoFaultKind.Argument);
        }

        if (kind != other && !(kind is 'i' or 'u' && other is 'i' or 'u'))
        {
            throw Differ(left, right);
        }

        return (left, right) switch
        {
            (bool, bool) => throw new GoCallFault(NoBasic, GoFaultKind.Argument),
            (string a, string b) => GoText.Compare(a, b) < 0,
            (double a, double b) => a < b,
            _ => Whole(left) < Whole(right),
        };
    }

    private static GoCallFault Differ(object? left, object? right) =>
        new($"{Incompatible}: {GoKinds.Type(left)} and {GoKinds.Type(right)}", GoFaultKind.Argument);

    private static Int128 Whole(object? value) =>
        value switch
        {
            nint number => number,
            long number => number,
            ulong number => number,
            byte number => number,
            TimeSpan span => span.Ticks,
            _ => 0,
        };

    private static char BasicKind(object? value) =>
        value switch
        {
            bool => 'b',
            nint or long or TimeSpan => 'i',
            ulong or byte => 'u',
            double => 'f',
            string => 's',
            _ => '\0',
        };
}
