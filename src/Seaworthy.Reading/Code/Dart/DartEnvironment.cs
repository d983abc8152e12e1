using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Dart;

/// <summary>What Dart takes from outside: definitions of the compiler, variables of a process, entries of an env file, and where that file is loaded.</summary>
/// <remarks>Source: Dart, "Configuring apps with compilation environment declarations"; flutter_dotenv, README.</remarks>
internal sealed class DartEnvironment : FrameworkKnowledge
{
    /// <summary>The env file that flutter_dotenv loads as the application starts.</summary>
    public const string Loaded = "flutter.dotenv";

    public override void Read(CodeReading reading)
    {
        ReadContext context = new(reading);
        foreach (var call in reading.Syntax.Calls.Concat(reading.Syntax.Indexes))
        {
            if (DartValueRules.NameOf(call, reading.Evaluator) is { } name)
            {
                Add(reading, context, call, name);
            }
            else if (call.Path == "dotenv.load" && reading.Imported("package:flutter_dotenv"))
            {
                Load(reading, call);
            }
        }
    }

    // What was not defined is empty, and an entry that is missing null: nothing ends at the read itself.
    private static void Add(CodeReading reading, ReadContext context, CodeCall call, string name)
    {
        var own = reading.Value(call.Named("defaultValue") ?? call.Named("fallback"), call.Scope);
        var (fallback, demand) = context.Judge(call.Whole, own, call.Scope);
        reading.EnvironmentReads.Add(
            new EnvironmentRead(name, fallback, DartValueRules.IsOfProcess(call) ? demand : Demand.Optional, call.Span)
            {
                IsBuildTime = DartValueRules.IsDefined(call),
            }
        );
    }

    /// <summary>In a try, under a condition, or with what to do when it fails.</summary>
    private static bool IsGuarded(TokenTrees trees, CodeCall call)
    {
        for (var open = trees.Parent(call.First); open > 0; open = trees.Parent(open))
        {
            if (
                trees.IsOpen(open, Brackets.Brace)
                && (trees.Is(open - 1, "try") || trees.Is(open - 1, "else") || IsCondition(trees, open - 1))
            )
            {
                return true;
            }
        }

        return trees.Is(call.End, ".") || (trees.Is(call.First - 1, "await") && IsCondition(trees, call.First - 2));
    }

    private static bool IsCondition(TokenTrees trees, int close) =>
        trees.IsClose(close, Brackets.Paren) && (trees.Is(trees.Partner(close) - 1, "if") || trees.Is(trees.Partner(close) - 1, "switch"));

    // "isOptional: true" makes a missing file an empty one.
    private static void Load(CodeReading reading, CodeCall call)
    {
        if (reading.Evaluator.Literal(call.Named("isOptional")) == "true" || IsGuarded(reading.Trees, call))
        {
            return;
        }

        var file = call.Named("fileName") is { } written
            ? reading.Value(written.Value, call.Scope)
            : new CodeValue.Literal(".env", call.Span);
        reading.Settings.Add(new FrameworkSetting(Loaded, file, call.Span));
    }
}
