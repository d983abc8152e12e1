using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code;

/// <summary>Names that hold an instance of a class (<c>settings = Settings()</c>, <c>settings = get_settings()</c>): a reference to the class, so that <c>settings.PORT</c> leads to its field.</summary>
internal sealed class Instances(CodeSyntax syntax)
{
    private HashSet<string>? classes;
    private Dictionary<string, string>? makers;

    public CodeValue? Of(TokenRange value)
    {
        var close = value.End - 1;
        if (value.IsEmpty || !syntax.Trees.IsKind(close, TokenKind.Close))
        {
            return null;
        }

        if (syntax.CallAt(syntax.Trees.Partner(close)) is not { Receiver: null, Kind: CallKind.Call or CallKind.New } call)
        {
            return null;
        }

        makers ??= FindMakers();
        var name = IsClass(call.Name) ? call.Path : makers.GetValueOrDefault(call.Path);
        return name is null ? null : new CodeValue.Reference(name, syntax.Span(value));
    }

    private bool IsClass(string name)
    {
        classes ??= [.. syntax.Classes.Select(found => found.Name)];
        return name.Length > 0 && char.IsUpper(name[0]) && classes.Contains(name);
    }

    /// <summary>Functions that return a new instance, with its class.</summary>
    private Dictionary<string, string> FindMakers()
    {
        Dictionary<string, string> found = [];
        foreach (var call in syntax.Calls)
        {
            if (
                call.Scope is CodeFunction { Name.Length: > 0, Parent: null } function
                && syntax.Trees.Is(call.First - 1, "return")
                && IsClass(call.Name)
            )
            {
                found[function.Name] = call.Path;
            }
        }

        return found;
    }
}
