using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>A function of the file that reads the variable its caller names: <c>getEnv(key, fallback)</c>, <c>mustMapEnv(target, key)</c>.</summary>
/// <param name="Fallback">Which parameter is returned when the variable is unset; -1 when none is.</param>
internal sealed record GoEnvironmentFunction(string Function, int Key, int Fallback, bool IsRequired)
{
    private static readonly HashSet<string> Reads = ["os.Getenv", "os.LookupEnv", "syscall.Getenv"];

    public static IReadOnlyDictionary<string, GoEnvironmentFunction> In(CodeSyntax syntax)
    {
        Dictionary<string, GoEnvironmentFunction> helpers = new(StringComparer.Ordinal);
        foreach (var read in syntax.Calls)
        {
            if (
                read.Scope is CodeFunction { Name.Length: > 0 } function
                && Reads.Contains(read.Path)
                && Of(syntax, function, read) is { } helper
            )
            {
                helpers.TryAdd(function.Name, helper);
            }
        }

        return helpers;
    }

    private static GoEnvironmentFunction? Of(CodeSyntax syntax, CodeFunction function, CodeCall read)
    {
        var key = read.Positional(0) is { Value.Count: 1 } argument
            ? Parameter(syntax, function, syntax.Trees.Text(argument.Value.First))
            : -1;
        return key < 0
            ? null
            : new GoEnvironmentFunction(
                function.Name,
                key,
                Returned(syntax, function, key),
                GoEnvironment.EndsProgram(syntax, function.Body)
            );
    }

    /// <summary>The parameter other than the key that a <c>return</c> gives back.</summary>
    private static int Returned(CodeSyntax syntax, CodeFunction function, int key)
    {
        for (var at = function.Body.First; at < function.Body.End; at++)
        {
            if (
                syntax.Trees.Is(at, "return")
                && Parameter(syntax, function, syntax.Trees.Text(at + 1)) is var found and >= 0
                && found != key
            )
            {
                return found;
            }
        }

        return -1;
    }

    private static int Parameter(CodeSyntax syntax, CodeFunction function, string name)
    {
        for (var index = 0; index < function.Parameters.Count; index++)
        {
            var parameter = function.Parameters[index];

            // In "key, fallback string" the first parameter is a name alone.
            if (name.Length > 0 && (parameter.Name.Length > 0 ? parameter.Name : syntax.Trees.Text(parameter.Whole.First)) == name)
            {
                return index;
            }
        }

        return -1;
    }
}
