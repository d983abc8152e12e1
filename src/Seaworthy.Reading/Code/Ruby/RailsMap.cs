using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Ruby;

/// <summary>The blocks of a file of Rails' routes, and the routes that are found in them.</summary>
internal sealed class RailsMap
{
    private readonly CodeReading reading;
    private readonly List<RailsScope> scopes = [];

    /// <param name="isDrawn">The whole file is a block: another draws it.</param>
    public RailsMap(CodeReading reading, bool isDrawn)
    {
        this.reading = reading;
        if (isDrawn)
        {
            scopes.Add(new RailsScope(0, reading.Trees.Count, null, [""], RailsScopeKind.Plain));
        }
    }

    /// <summary>The innermost block around a call.</summary>
    public RailsScope? At(CodeCall call)
    {
        var (low, high) = (0, scopes.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            (low, high) = scopes[middle].Start <= call.First ? (middle + 1, high) : (low, middle - 1);
        }

        var found = high >= 0 ? scopes[high] : null;
        while (found is not null && found.End <= call.First)
        {
            found = found.Outer;
        }

        return found;
    }

    /// <summary>Notes the block that is given to a call, if there is one.</summary>
    public void Enter(CodeCall call, IReadOnlyList<string>? paths, RailsScopeKind kind)
    {
        var open = call.End;
        if (
            (reading.Trees.IsOpen(open, Brackets.Block) || reading.Trees.IsOpen(open, Brackets.Brace))
            && At(call) is var outer
            && outer is not { IsTooDeep: true }
        )
        {
            scopes.Add(new RailsScope(open, reading.Trees.Partner(open), outer, paths, kind));
        }
    }

    /// <summary>What an argument says of a path, one of several; null when it is computed.</summary>
    public IReadOnlyList<string>? PathsOf(CodeArgument? argument) =>
        argument is null ? [""]
        : reading.Value(argument.Value) is CodeValue.Literal { Text: var text } ? RailsPaths.Variants(text)
        : null;

    public void Add(RailsScope scope, string method, IReadOnlyList<string>? paths, CodeCall call, bool ofCollection, bool isPrefix)
    {
        var above = scope.Whole(ofCollection || scope.Kind == RailsScopeKind.Collection);
        if (above is null || paths is null)
        {
            Add(method, new CodeValue.Unknown("it is computed", call.Span), call, isPrefix);
            return;
        }

        foreach (var path in above.SelectMany(start => paths.Select(path => RailsPaths.Join(start, path))))
        {
            foreach (var written in isPrefix ? [path] : RailsPaths.WithFormat(path))
            {
                Add(method, new CodeValue.Literal(written.Length == 0 ? "/" : written, call.Span), call, isPrefix);
            }
        }
    }

    /// <summary>Says that what a call declares is not known, or only in part.</summary>
    public void OpenIf(bool isOpen, CodeCall call)
    {
        if (isOpen)
        {
            reading.Settings.Add(new FrameworkSetting(RubySettings.OpenRoutes, new CodeValue.Literal(call.Path, call.Span), call.Span));
        }
    }

    private void Add(string method, CodeValue path, CodeCall call, bool isPrefix) =>
        reading.Routes.Add(new Route(null, method, path, RailsRoutes.Framework, call.Span) { IsPrefix = isPrefix });
}
