using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Rust;

/// <summary>Every call of a file that reads the environment, and what its chain does when the variable is unset.</summary>
/// <remarks>Source: Rust standard library, "std::env::var", macros "env!" and "option_env!".</remarks>
internal sealed class RustEnvironment
{
    private static readonly HashSet<string> Functions =
    [
        "env.var",
        "std.env.var",
        "env.var_os",
        "std.env.var_os",
        "dotenv.var",
        "dotenvy.var",
    ];

    private readonly CodeSyntax syntax;
    private readonly Dictionary<int, RustEnvironmentRead> byOpen = [];
    private readonly Dictionary<string, Helper> helpers = new(StringComparer.Ordinal);

    public RustEnvironment(CodeSyntax syntax)
    {
        this.syntax = syntax;
        var takesVar = syntax.Imports.Any(import => import is { Module: "std::env", Local: "var" });
        var tests = RustTests.Of(syntax);
        foreach (var call in syntax.Calls)
        {
            if (tests.Holds(call.First))
            {
                continue;
            }

            if (call.Receiver is null && (Functions.Contains(call.Path) || (takesVar && call.Path == "var")))
            {
                AddRead(call);
            }
            else if (call.Path is "env!" or "option_env!" && Literal(call, 0) is { } name && !IsCargo(name))
            {
                byOpen[call.Open] = new RustEnvironmentRead(name, default, call.Path == "env!" ? Demand.Required : Demand.Optional, call)
                {
                    IsBuildTime = true,
                };
            }
        }

        AddHelped(tests);
    }

    private Dictionary<string, CodeAssignment> Constants =>
        field ??= syntax
            .Assignments.Where(assignment => assignment.Scope is null)
            .DistinctBy(assignment => assignment.Name)
            .ToDictionary(assignment => assignment.Name, StringComparer.Ordinal);

    public IEnumerable<RustEnvironmentRead> All => byOpen.Values.OrderBy(read => read.Call.Open);

    public RustEnvironmentRead? At(int open) => byOpen.GetValueOrDefault(open);

    // Cargo sets these itself. Source: The Cargo Book, "Environment Variables".
    private static bool IsCargo(string name) =>
        name.StartsWith("CARGO", StringComparison.Ordinal) || name is "OUT_DIR" or "TARGET" or "HOST" or "PROFILE";

    private void AddRead(CodeCall call)
    {
        var (fallback, demand) = Judge(call);
        if (Literal(call, 0) is { } name)
        {
            byOpen[call.Open] = new RustEnvironmentRead(name, fallback, demand, call);
        }
        else if (call.Scope is CodeFunction { Name.Length: > 0 } function && Parameter(function, call.Positional(0)) is var key and >= 0)
        {
            // A method's receiver is its first parameter, but no argument.
            var self = function.Parameters[0].Whole is { IsEmpty: false } first && syntax.Trees.Is(first.End - 1, "self") ? 1 : 0;
            helpers.TryAdd(function.Name, new(key - self, ParameterIn(function, fallback, key) - self, demand));
        }
    }

    private void AddHelped(RustTests tests)
    {
        foreach (var call in helpers.Count == 0 ? [] : syntax.Calls)
        {
            if (helpers.TryGetValue(call.Name, out var helper) && Literal(call, helper.Key) is { } name && !tests.Holds(call.First))
            {
                var fallback = call.Positional(helper.Fallback)?.Value ?? default;
                byOpen.TryAdd(
                    call.Open,
                    new RustEnvironmentRead(name, fallback, fallback.IsEmpty ? helper.Demand : Demand.Optional, call) { IsHelper = true }
                );
            }
        }
    }

    /// <summary>The first method of the chain that settles what happens to a missing variable.</summary>
    private (TokenRange Default, Demand Demand) Judge(CodeCall call)
    {
        if (RustChain.IsTried(syntax, call))
        {
            return (default, Demand.Required);
        }

        var isOption = false;
        foreach (var method in RustChain.After(syntax, call))
        {
            isOption |= method.Name == "ok";
            switch (method.Name)
            {
                case "expect" or "unwrap":
                    return (default, Demand.Required);
                case "unwrap_or" or "or" or "map_or":
                    return (method.Positional(0)?.Value ?? default, Demand.Optional);
                case "unwrap_or_else" or "or_else" or "map_or_else":
                    return EndsProgram(method) ? (default, Demand.Required) : (Closure(method), Demand.Optional);
                case "unwrap_or_default" or "is_ok" or "is_err" or "is_some" or "is_none":
                    return (default, Demand.Optional);
            }

            // A missing option makes the function answer None: something stays off, nothing ends.
            if (RustChain.IsTried(syntax, method))
            {
                return (default, isOption ? Demand.Optional : Demand.Required);
            }
        }

        return (default, Otherwise(call) is { IsEmpty: false } branch && EndsProgram(branch) ? Demand.Required : Demand.Optional);
    }

    /// <summary>What runs without the variable: <c>let Ok(x) = env::var("X") else { … }</c>, the arm <c>Err(_) => …</c> of a match.</summary>
    private TokenRange Otherwise(CodeCall call)
    {
        var trees = syntax.Trees;
        if (trees.Is(call.End, "else") && trees.IsOpen(call.End + 1, Brackets.Brace))
        {
            return trees.Inside(call.End + 1);
        }

        if (!trees.Is(call.First - 1, "match") || !trees.IsOpen(call.End, Brackets.Brace))
        {
            return default;
        }

        var arms = trees.Inside(call.End);
        var start = trees.Find(arms, "Err");
        var next = start > 0 ? trees.Find(arms with { First = start }, "Ok") : -1;
        return start <= 0 ? default : new TokenRange(start, next > 0 ? next : arms.End);
    }

    private bool EndsProgram(CodeCall method) => EndsProgram(new TokenRange(method.Open + 1, method.End));

    private bool EndsProgram(TokenRange branch) =>
        InOrder.Within(syntax.Calls, call => call.Open, branch).Any(call => call.Path is "panic!" or "process.exit" or "std.process.exit");

    /// <summary>What a closure gives: its expression, or the last one of its block.</summary>
    private TokenRange Closure(CodeCall method)
    {
        if (method.Positional(0) is not { } argument)
        {
            return default;
        }

        var trees = syntax.Trees;
        var body = argument.Value;
        if (trees.Is(body.First, "||"))
        {
            body = body with { First = body.First + 1 };
        }
        else if (trees.Is(body.First, "|") && trees.Find(body with { First = body.First + 1 }, "|") is var end and > 0)
        {
            body = body with { First = end + 1 };
        }

        if (trees.IsOpen(body.First, Brackets.Brace) && trees.After(body.First) == body.End)
        {
            body = trees.Inside(body.First);
            for (var at = body.First; at < body.End; at = trees.After(at))
            {
                if (trees.Is(at, ";"))
                {
                    body = body with { First = at + 1 };
                }
            }
        }

        return body;
    }

    private string? Literal(CodeCall call, int position)
    {
        if (call.Positional(position) is not { } argument)
        {
            return null;
        }

        var value = argument.Value;
        if (value.Count == 1 && syntax.Trees.IsKind(value.First, TokenKind.String))
        {
            return Literals.Value(syntax.Trees, value.First);
        }

        // A constant of the file that holds the name.
        var constant = value.Count == 1 ? Constants.GetValueOrDefault(syntax.Trees.Text(value.First)) : null;
        return constant is { Value.Count: 1 } && syntax.Trees.IsKind(constant.Value.First, TokenKind.String)
            ? Literals.Value(syntax.Trees, constant.Value.First)
            : null;
    }

    private int Parameter(CodeFunction function, CodeArgument? argument)
    {
        var last = argument is null ? -1 : argument.Value.End - 1;
        return last < 0 ? -1 : IndexOf(function, syntax.Trees.Text(last));
    }

    private int ParameterIn(CodeFunction function, TokenRange fallback, int key)
    {
        for (var at = fallback.First; at < fallback.End; at++)
        {
            if (syntax.Trees.IsName(at) && IndexOf(function, syntax.Trees.Text(at)) is var found and >= 0 && found != key)
            {
                return found;
            }
        }

        return -1;
    }

    private static int IndexOf(CodeFunction function, string name)
    {
        for (var index = 0; index < function.Parameters.Count; index++)
        {
            if (function.Parameters[index].Name == name)
            {
                return index;
            }
        }

        return -1;
    }

    private sealed record Helper(int Key, int Fallback, Demand Demand);
}
