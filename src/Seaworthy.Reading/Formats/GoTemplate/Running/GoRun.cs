using System.Runtime.CompilerServices;
using Seaworthy.Reading.Formats.GoTemplate.Syntax;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Running;

/// <summary>One rendering of a set of templates: what they are, what they may call, and how much they have taken.</summary>
internal sealed class GoRun(GoFunctions functions, GoLimits limits, DateTimeOffset clock, string? open = null)
{
    private readonly Dictionary<string, GoTemplateTree> templates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> included = new(StringComparer.Ordinal);
    private long steps;
    private long length;
    private int depth;

    public GoFunctions Functions { get; } = functions;

    public GoLimits Limits { get; } = limits;

    /// <summary>What <c>now</c> answers.</summary>
    public DateTimeOffset Clock { get; } = clock;

    /// <summary>Stands for the text of a template that is not there, for a required value, and for what is asked of nothing; null where they stop the run.</summary>
    public string? Open { get; } = open;

    public GoTraces Traces { get; } = new();

    /// <summary>Names of templates that were asked for by <c>include</c> or <c>template</c>.</summary>
    public IReadOnlyCollection<string> Included => included.Keys;

    public GoTemplateTree? Find(string name) => templates.GetValueOrDefault(name);

    /// <summary>Takes the templates of a source; a later one of a name counts, unless it is empty.</summary>
    /// <exception cref="GoTemplateFault">The source is no template.</exception>
    public void Add(GoTemplateText text)
    {
        foreach (var tree in GoTemplateParser.Parse(text, Functions.Has))
        {
            if (!templates.TryGetValue(tree.Name, out var before) || before.IsEmpty || !tree.IsEmpty)
            {
                templates[tree.Name] = tree;
            }
        }
    }

    /// <summary>Renders a template of the set.</summary>
    /// <exception cref="GoRunFault">It stops.</exception>
    public (string Text, GoTrace Trace) Render(GoTemplateTree tree, object? dot)
    {
        GoWriter writer = new(Limits);
        Render(tree, dot, writer);
        length += writer.Length;
        if (length > Limits.TotalLength)
        {
            throw new GoCallFault("the rendered texts are too long", GoFaultKind.Limit);
        }

        return writer.Finish();
    }

    /// <summary>Renders into a text that is already begun.</summary>
    public void Render(GoTemplateTree tree, object? dot, GoWriter writer)
    {
        if (++depth > Limits.Depth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            depth--;
            throw new GoCallFault($"exceeded maximum template depth ({Limits.Depth})", GoFaultKind.Limit);
        }

        try
        {
            new GoExecutor(this, tree, writer).Run(dot);
        }
        finally
        {
            depth--;
        }
    }

    /// <summary><c>include</c>: a template's text, whose origin is kept.</summary>
    public string Include(string name, object? dot)
    {
        Note(name);
        if (Find(name) is not { } tree)
        {
            return Open
                ?? throw new GoCallFault(
                    $"template: no template {GoQuoted.Quote(name)} associated with template \"gotpl\"",
                    GoFaultKind.UndefinedTemplate
                );
        }

        var (text, trace) = Render(tree, dot);
        return Traces.Keep(text, trace);
    }

    /// <summary><c>tpl</c>: a text as a template of its own, which sees the others; what it defines ends with it.</summary>
    public string Evaluate(string text, object? dot)
    {
        if (!text.Contains("{{", StringComparison.Ordinal))
        {
            return text;
        }

        var name = dot is GoMap map && map["Template"] is GoMap template && template["Name"] is string own ? own : "gotpl";
        IReadOnlyList<GoTemplateTree> trees;
        try
        {
            trees = GoTemplateParser.Parse(new GoTemplateText(name, text) { IsMade = true }, Functions.Has);
        }
        catch (GoTemplateFault fault)
        {
            throw new GoCallFault($"cannot parse template {GoQuoted.Quote(text)}: {fault.Message}", GoFaultKind.Syntax);
        }

        var before = trees.Skip(1).Select(tree => tree.Name).Distinct().ToDictionary(one => one, Find, StringComparer.Ordinal);
        foreach (var tree in trees.Skip(1))
        {
            templates[tree.Name] = tree;
        }

        var (rendered, _) = Render(trees[0], dot);
        foreach (var (key, tree) in before)
        {
            Restore(key, tree);
        }

        return rendered.Replace(GoPrint.NoValue, "", StringComparison.Ordinal);
    }

    private void Restore(string name, GoTemplateTree? tree)
    {
        if (tree is null)
        {
            templates.Remove(name);
        }
        else
        {
            templates[name] = tree;
        }
    }

    /// <summary>Notes that a template was asked for.</summary>
    public void Note(string name) => included[name] = included.GetValueOrDefault(name) + 1;

    /// <summary>Counts what is done.</summary>
    /// <exception cref="GoCallFault">Too much was.</exception>
    public void Step(long count = 1)
    {
        steps += count;
        if (steps > Limits.Steps)
        {
            throw new GoCallFault("the template takes too many steps", GoFaultKind.Limit);
        }
    }
}
