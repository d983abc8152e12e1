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

    /// <summary>A name of the source for what lets a user in; behind it, when it is shown to those who try the program.</summary>
    public const string Credential = "log.credential";

    /// <summary>Only for those who try the program.</summary>
    public const string CredentialInTrial = Credential + ".development";

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

            ReadCredentials(reading, call);
        }
    }

    private static void ReadCredentials(CodeReading reading, CodeCall call)
    {
        if (
            reading.Trees.Language == Language.Rust
            || reading.Syntax.IsInMainGuard(call.First)
            // Who develops the program may read his own codes.
            || Conditions.Around(reading, call.First).Any(condition => Conditions.AsksForEnvironment(reading, condition))
        )
        {
            return;
        }

        foreach (var name in LoggedCredentials.Of(reading, call).Where(name => !IsAbsent(reading, call, name.Span)))
        {
            reading.Settings.Add(
                new FrameworkSetting(
                    IsForTrial(reading, call) ? CredentialInTrial : Credential,
                    new CodeValue.Literal(name.Name, name.Span),
                    name.Span
                )
            );
        }
    }

    /// <summary>At a level that is off by default, where no service of mail is set up, or in what stands in for one.</summary>
    private static bool IsForTrial(CodeReading reading, CodeCall call) =>
        IsForDebugging(call.Name)
        || CredentialNames.SaysStandIn(reading.File.Name)
        || (CodeScope.FunctionOf(call.Scope) is { } function && CredentialNames.SaysStandIn(function))
        || Conditions.Around(reading, call.First).Any(condition => CredentialNames.SaysTrial(reading.Syntax.Span(condition.Test).Text));

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
