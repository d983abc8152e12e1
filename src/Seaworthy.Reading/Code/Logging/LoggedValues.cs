using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Code.Rust;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Logging;

/// <summary>Values that a program writes to its log and that are secrets by the name of the variable they come from, or by their own.</summary>
internal sealed class LoggedValues : FrameworkKnowledge
{
    /// <summary>The name under which the setting stands; behind it, when it is shown under a condition only.</summary>
    public const string Setting = "log.value";

    /// <summary>Only where the program runs for development, or says more than usual.</summary>
    public const string InDevelopment = Setting + ".development";

    /// <summary>Only when the file is run by itself.</summary>
    public const string AsMain = Setting + ".main";

    /// <summary>In the place of a variable's name: all of them.</summary>
    public const string Everything = "*";

    private static readonly string[] Nothing = ["== \"\"", "== ''", "== null", "== undefined", "is None", "is_empty", "isEmpty", "isBlank"];

    private static readonly string[] DebugLevels = ["debug", "trace", "verbose", "silly"];

    public override void Read(CodeReading reading)
    {
        ShownValues? shown = null;
        RustTests? tests = null;
        foreach (var call in reading.Syntax.Calls.Where(call => LogCalls.IsLog(call, reading.Trees)))
        {
            shown ??= new ShownValues(reading);
            foreach (var value in shown.Of(call).Where(IsSecret))
            {
                tests ??= RustTests.Of(reading.Syntax);
                if (!tests.Holds(call.First) && !IsAbsent(reading, call, value.Span))
                {
                    reading.Settings.Add(new FrameworkSetting(NameOf(reading, call), value, value.Span));
                }
            }
        }
    }

    private static bool IsSecret(CodeValue value) =>
        value switch
        {
            CodeValue.Environment { Name: Everything } => true,
            CodeValue.Environment read => IsSecret(read.Name),
            CodeValue.Reference reference => IsSecret(reference.Name[(reference.Name.LastIndexOf('.') + 1)..]),
            _ => false,
        };

    /// <summary>Whether a name promises a secret, or an address with one in it.</summary>
    public static bool IsSecret(string name) => SecretNames.IsSecret(name) || ConnectionNames.HoldsPassword(name);

    private static string NameOf(CodeReading reading, CodeCall call) =>
        reading.Syntax.IsInMainGuard(call.First) ? AsMain
        : IsForDebugging(call.Name)
        || Conditions.Around(reading, call.First).Any(condition => Conditions.AsksForEnvironment(reading, condition))
            ? InDevelopment
        : Setting;

    // A level that programs leave out by default.
    private static bool IsForDebugging(string method) =>
        Array.Exists(DebugLevels, level => method.Contains(level, StringComparison.OrdinalIgnoreCase));

    /// <summary>It is shown where it is known to be empty: <c>if (!secret) console.error("no secret:", secret)</c>.</summary>
    private static bool IsAbsent(CodeReading reading, CodeCall call, SourceSpan shown) =>
        Conditions
            .Around(reading, call.First)
            .Select(condition => reading.Syntax.Span(condition.Test).Text.Trim('(', ')', ' '))
            .Any(test =>
                test.Contains(shown.Text, StringComparison.Ordinal)
                && test.Split(["||", " or "], StringSplitOptions.TrimEntries).All(AsksForNothing)
            );

    private static bool AsksForNothing(string test) =>
        test is ['!', ..]
        || test.StartsWith("not ", StringComparison.Ordinal)
        || Array.Exists(Nothing, ending => test.TrimEnd('(', ')').EndsWith(ending, StringComparison.Ordinal));
}
