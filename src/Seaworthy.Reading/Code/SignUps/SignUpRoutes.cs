using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.SignUps;

/// <summary>Routes by which strangers make accounts, and functions behind them that take the role of the account from the request.</summary>
/// <remarks>Sources: Express, "Routing"; NestJS, "Controllers", "Guards"; Flask, "Quickstart", "The Request Object". OWASP API Security Top 10 (2023), API3, "mass assignment".</remarks>
internal sealed class SignUpRoutes : FrameworkKnowledge
{
    // A longer function does more than to make an account.
    private const int MostTokens = 1_500;

    public override void Read(CodeReading reading)
    {
        if (!IsOfSignUp(reading.File.Text))
        {
            return;
        }

        List<CodeFunction> found = [];
        ReadCalls(reading, found);
        foreach (var function in reading.Syntax.Functions)
        {
            if (RouteOf(reading, function) is { } route)
            {
                if (IsOpen(function))
                {
                    Add(reading, FrameworkSetting.OpenSignUp, route.Span);
                    found.Add(function);
                }
            }
            else if (SignUpWords.IsSignUp(NameOf(reading, function)) && IsOpen(function))
            {
                found.Add(function);
            }
        }

        foreach (var function in found.Distinct())
        {
            if (function.Body.Count <= MostTokens && new RoleFlow(reading, function).Taken() is { } place)
            {
                Add(reading, FrameworkSetting.RoleFromRequest, place);
            }
        }
    }

    private static bool IsOfSignUp(string text) =>
        text.Contains("regist", StringComparison.OrdinalIgnoreCase)
        || text.Contains("signup", StringComparison.OrdinalIgnoreCase)
        || text.Contains("sign-up", StringComparison.OrdinalIgnoreCase)
        || text.Contains("sign_up", StringComparison.OrdinalIgnoreCase);

    private static void Add(CodeReading reading, string name, SourceSpan place) =>
        reading.Settings.Add(new FrameworkSetting(name, new CodeValue.Literal(place.Text, place), place));

    /// <summary><c>router.post("/register", limiter, register)</c>, <c>router.route("/register").post(register)</c>.</summary>
    private static void ReadCalls(CodeReading reading, List<CodeFunction> found)
    {
        if (reading.Trees.Language is not (Language.JavaScript or Language.TypeScript))
        {
            return;
        }

        foreach (var call in reading.Syntax.Calls)
        {
            if (call.Name != "post" || PathOf(reading, call) is not { } path || !SignUpWords.IsSignUpPath(path))
            {
                continue;
            }

            var before = call.Receiver is null ? call.Arguments.Skip(1).SkipLast(1) : call.Arguments.SkipLast(1);
            if (call.Arguments.Count == 0 || before.Any(argument => MayGuard(reading, argument.Value)) || IsUsedBefore(reading, call))
            {
                continue;
            }

            Add(reading, FrameworkSetting.OpenSignUp, call.Span);
            var handler = call.Arguments[^1].Value;
            found.AddRange(
                reading.Syntax.Functions.Where(function => handler.Contains(function.Body.First) && function.Parent == call.Scope)
            );
        }
    }

    private static string? PathOf(CodeReading reading, CodeCall call) =>
        call.Receiver is { Name: "route" } route ? reading.Literal(route.Positional(0), route.Scope)
        : call.Receiver is null && call.Owner.Length > 0 && call.Arguments.Count > 1 ? reading.Literal(call.Positional(0), call.Scope)
        : null;

    private static bool MayGuard(CodeReading reading, TokenRange value) => SignUpWords.MayGuard(reading.Syntax.Span(value).Text);

    /// <summary>A guard for every route that the file names after it: <c>router.use(requireAuth)</c>.</summary>
    private static bool IsUsedBefore(CodeReading reading, CodeCall call) =>
        reading.Syntax.Calls.Any(other =>
            other.Name == "use"
            && other.Open < call.Open
            && other.Owner == call.Root.Owner
            && other.Arguments.Count == 1
            && MayGuard(reading, other.Arguments[0].Value)
        );

    /// <summary>The decorator that makes it answer: <c>@app.route("/signup")</c>, <c>@Post("register")</c>.</summary>
    private static CodeDecorator? RouteOf(CodeReading reading, CodeFunction function) =>
        function.Decorators.FirstOrDefault(decorator =>
            decorator.Name is "route" or "post" or "Post"
            && reading.Literal(decorator.Positional(0), function.Parent) is { } path
            && SignUpWords.IsSignUpPath(path)
        );

    /// <summary>No decorator of the function asks who calls; one of its class does not count where the function is public by name.</summary>
    private static bool IsOpen(CodeFunction function) =>
        function.Decorators.Any(decorator => decorator.Name is "Public" or "AllowAnonymous" or "SkipAuth")
        || !function.Decorators.Concat(function.Parent?.Decorators ?? []).Any(Guards);

    private static bool Guards(CodeDecorator decorator) =>
        decorator.Name is not ("route" or "post" or "Post" or "Controller" or "Public")
        && !decorator.Name.StartsWith("Api", StringComparison.Ordinal)
        && SignUpWords.MayGuard(decorator.Span.Text);

    /// <summary>Its own name, or the one under which it is kept: <c>const register = asyncHandler(async (req, res) => {…})</c>.</summary>
    private static string NameOf(CodeReading reading, CodeFunction function)
    {
        if (function.Name.Length > 0)
        {
            return function.Name[(function.Name.LastIndexOf('.') + 1)..];
        }

        var name =
            reading
                .Syntax.Assignments.FirstOrDefault(assignment =>
                    assignment.Scope == function.Parent
                    && assignment.Value.Contains(function.Body.First)
                    && SignUpWords.IsSignUp(assignment.Name[(assignment.Name.LastIndexOf('.') + 1)..])
                )
                ?.Name
            ?? "";
        return name[(name.LastIndexOf('.') + 1)..];
    }
}
