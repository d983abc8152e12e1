using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Sprig;

/// <summary>Arithmetic of Sprig.</summary>
/// <remarks>Masterminds/sprig v3, numeric.go.</remarks>
internal static class SprigMath
{
    private const int DivisionDigits = 16;

    public static void AddTo(GoFunctions functions)
    {
        functions.Add("add", "a*", arguments => arguments.Aggregate(0L, (sum, one) => unchecked(sum + Whole(one))));
        functions.Add("add1", "a", arguments => unchecked(Whole(arguments[0]) + 1));
        functions.Add("sub", "aa", arguments => unchecked(Whole(arguments[0]) - Whole(arguments[1])));
        functions.Add("mul", "aa*", arguments => arguments.Aggregate(1L, (product, one) => unchecked(product * Whole(one))));
        functions.Add("div", "aa", arguments => Divide(arguments, isRest: false));
        functions.Add("mod", "aa", arguments => Divide(arguments, isRest: true));
        functions.Add("max", "aa*", arguments => arguments.Max(Whole));
        functions.Add("biggest", "aa*", arguments => arguments.Max(Whole));
        functions.Add("min", "aa*", arguments => arguments.Min(Whole));
        functions.Add("maxf", "aa*", arguments => arguments.Max(Real));
        functions.Add("minf", "aa*", arguments => arguments.Min(Real));
        functions.Add("addf", "a*", arguments => Decimal(arguments, (left, right) => left + right));
        functions.Add("add1f", "a", arguments => Real(arguments[0]) + 1);
        functions.Add("subf", "aa*", arguments => Decimal(arguments, (left, right) => left - right));
        functions.Add("mulf", "aa*", arguments => Decimal(arguments, (left, right) => left * right));
        functions.Add("divf", "aa*", arguments => Decimal(arguments, (left, right) => Math.Round(left / right, DivisionDigits)));
        functions.Add("floor", "a", arguments => Math.Floor(Real(arguments[0])));
        functions.Add("ceil", "a", arguments => Math.Ceiling(Real(arguments[0])));
        functions.Add("round", "aia*", Round);
        functions.Add("randInt", "ii", arguments => arguments[0]);
        functions.AddOfRun("until", "i", (run, arguments) => Steps(run, 0, Int(arguments[0]), Int(arguments[0]) < 0 ? -1 : 1));
        functions.AddOfRun("untilStep", "iii", (run, arguments) => Steps(run, Int(arguments[0]), Int(arguments[1]), Int(arguments[2])));
        functions.AddOfRun("seq", "i*", Sequence);
    }

    private static long Whole(object? value) => SprigConversions.Integer(value);

    private static double Real(object? value) => SprigConversions.Real(value);

    private static long Int(object? value) => value is nint number ? number : 0;

    private static object Divide(IReadOnlyList<object?> arguments, bool isRest)
    {
        var (left, right) = (Whole(arguments[0]), Whole(arguments[1]));
        if (right == 0)
        {
            throw new GoCallFault("runtime error: integer divide by zero");
        }

        return right == -1 ? (isRest ? 0L : unchecked(-left))
            : isRest ? left % right
            : left / right;
    }

    /// <summary>Sprig computes these with decimals, so that 0.1 and 0.2 make 0.3.</summary>
    private static object Decimal(IReadOnlyList<object?> arguments, Func<decimal, decimal, decimal> join)
    {
        try
        {
            return (double)arguments.Skip(1).Aggregate((decimal)Real(arguments[0]), (left, right) => join(left, (decimal)Real(right)));
        }
        catch (Exception exception) when (exception is OverflowException or DivideByZeroException)
        {
            throw new GoCallFault("decimal division by 0");
        }
    }

    private static object Round(IReadOnlyList<object?> arguments)
    {
        var (value, digits) = (Real(arguments[0]), Int(arguments[1]));
        var threshold = arguments.Count > 2 ? Real(arguments[2]) : 0.5;
        var power = Math.Pow(10, Math.Clamp(digits, -300, 300));
        var scaled = power * value;
        var rest = scaled - Math.Truncate(scaled);
        var rounded = Math.Abs(rest) >= threshold ? Math.Truncate(scaled) + Math.Sign(scaled) : Math.Truncate(scaled);
        return rounded / power;
    }

    private static GoList Steps(GoRun run, long start, long stop, long step)
    {
        List<object?> items = [];
        if (step == 0 || (stop < start && step > 0) || (stop > start && step < 0))
        {
            return new GoList(items, GoList.OfIntegers);
        }

        for (var at = start; step > 0 ? at < stop : at > stop; at += step)
        {
            if (items.Count >= run.Limits.Elements)
            {
                throw new GoCallFault("the list is too long", GoFaultKind.Limit);
            }

            items.Add((nint)at);
        }

        run.Step(items.Count);
        return new GoList(items, GoList.OfIntegers);
    }

    private static object Sequence(GoRun run, IReadOnlyList<object?> arguments)
    {
        var numbers = arguments.Select(Int).ToList();
        var (start, step, end) = numbers switch
        {
            [var only] => (1, only < 1 ? -1 : 1, only),
            [var first, var last] => (first, last < first ? -1 : 1, last),
            [var first, var by, var last] => (first, by, last),
            _ => (0, 0, 0),
        };
        var list = Steps(run, start, end + Math.Sign(step), step);
        return string.Join(' ', list.Items.Select(GoPrint.Text));
    }
}
