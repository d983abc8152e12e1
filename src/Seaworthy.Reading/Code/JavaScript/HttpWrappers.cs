using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Functions of the file that send a request to a path they are given (<c>const request = (path) => fetch(`${BASE}${path}`)</c>), and their calls.</summary>
internal sealed class HttpWrappers(CodeReading reading)
{
    private readonly Dictionary<string, Wrapper> wrappers = new(StringComparer.Ordinal);

    private sealed record Wrapper(int Index, string Parameter, TokenRange Url, string Method, string? Client, CodeFunction Function);

    /// <summary>Notes a request whose address holds a parameter of the function around it.</summary>
    /// <returns>Whether it does; then the function's calls are the requests.</returns>
    public bool Note(CodeCall call, TokenRange url, string method, string? client)
    {
        if (call.Scope is not CodeFunction { Name.Length: > 0 } function || function.Parameters.Count == 0)
        {
            return false;
        }

        for (var index = 0; index < function.Parameters.Count; index++)
        {
            var name = function.Parameters[index].Name;
            if (name is "endpoint" or "path" or "url" or "uri" or "route" or "href" && Ends(url, name))
            {
                wrappers.TryAdd(function.Name, new Wrapper(index, name, url, method, client, function));
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds one request for each call of a wrapper with a known address.</summary>
    public void AddCalls()
    {
        if (wrappers.Count == 0)
        {
            return;
        }

        foreach (var call in reading.Syntax.Calls)
        {
            if (
                wrappers.TryGetValue(call.Name, out var wrapper)
                && call.Owner is "" or "this"
                && call.Positional(wrapper.Index) is { } path
                && call.Scope != wrapper.Function
            )
            {
                Add(call, wrapper, path);
            }
        }
    }

    private void Add(CodeCall call, Wrapper wrapper, CodeArgument path)
    {
        var given = reading.Value(path.Value, call.Scope);
        if (given is CodeValue.Unknown or CodeValue.Reference)
        {
            return;
        }

        var url = reading.Evaluator.Value(wrapper.Url) switch
        {
            CodeValue.Concatenation all => all with
            {
                Parts =
                [
                    .. all.Parts.Select(part =>
                        part is CodeValue.Reference reference && reference.Name == wrapper.Parameter ? given : part
                    ),
                ],
            },
            _ => given,
        };
        reading.Calls.Add(JavaScriptHttpCalls.Request(call, MethodOf(call) ?? wrapper.Method, url, wrapper.Client));
    }

    private string? MethodOf(CodeCall call)
    {
        foreach (var argument in call.Arguments)
        {
            if (reading.Syntax.Members(argument.Value).FirstOrDefault(member => member.Name == "method") is { } method)
            {
                return reading.Literal(method.Value, call.Scope)?.ToUpperInvariant() ?? "*";
            }
        }

        return null;
    }

    private bool Ends(TokenRange url, string name)
    {
        for (var at = url.End - 1; at >= Math.Max(url.First, url.End - 6); at--)
        {
            if (reading.Trees.Is(at, name) && !reading.Trees.Is(at - 1, "."))
            {
                return true;
            }
        }

        return false;
    }
}
