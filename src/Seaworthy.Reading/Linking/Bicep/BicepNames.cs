using System.Collections.Frozen;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Bicep;

/// <summary>Names that a template uses and must declare itself, and what a call of a local module, or a file of values, gives to its parameters.</summary>
/// <remarks>Source: Bicep documentation, error codes BCP057 (no such name), BCP037 and BCP259 (no such parameter), BCP035 (a required parameter is missing).</remarks>
internal sealed class BicepNames
{
    private static readonly FrozenSet<string> Required = FrozenSet.Create(
        StringComparer.Ordinal,
        "string",
        "int",
        "bool",
        "object",
        "array"
    );

    private readonly BicepTemplates templates;

    private BicepNames(BicepTemplates templates) => this.templates = templates;

    public static IEnumerable<NameUse> Find(Deployment deployment)
    {
        BicepNames names = new(BicepTemplates.Of(deployment));
        return
        [
            .. names.templates.Templates.Where(IsWhole).SelectMany(References),
            .. names.templates.Templates.Where(IsWhole).SelectMany(names.Calls),
            .. deployment.Of<BicepFile>().Where(file => file.IsValues && IsWhole(file)).SelectMany(names.Values),
        ];
    }

    /// <summary>Every statement was understood: what is not declared here is declared nowhere.</summary>
    private static bool IsWhole(BicepFile file) => file.Problems.Count == 0;

    /// <summary>Names of values; functions are many, and more are added.</summary>
    private static IEnumerable<NameUse> References(BicepFile file)
    {
        BicepScope scope = new(file);
        var brought = file.Of<BicepStatement.Use>().SelectMany(use => use.Names).ToHashSet(StringComparer.Ordinal);
        return from expression in BicepText.Free(file)
            let name = expression as BicepExpression.Name
            where name is not null && name.Text is not ("az" or "sys") && !brought.Contains(name.Text)
            select new NameUse(NameRole.BicepName, name.Text, name.Span, file.File.Path, scope.Find(name.Text)?.Span)
            {
                In = file.File.Path,
                Tool = "bicep",
            };
    }

    private IEnumerable<NameUse> Calls(BicepFile file) =>
        from call in file.Of<BicepStatement.Module>()
        let called = templates.Find(BicepTemplates.PathOf(file, call.Path))
        let body = call.Body
        where called is not null && IsWhole(called) && body is not null
        from use in Of(call, body, called)
        select use;

    private static IEnumerable<NameUse> Of(BicepStatement.Module call, BicepExpression.Object body, BicepFile called)
    {
        var given = body["params"]?.Value;
        if ((given is not null and not BicepExpression.Object) || body.Items.Any(item => item.Key is null))
        {
            return [];
        }

        var items = (given as BicepExpression.Object)?.Items ?? [];
        var written = items.Where(item => item.Name is not null).ToList();
        var declared = Declared(called);
        var uses = written.Select(item =>
            Argument(item.Name ?? "", item.Key?.Span ?? item.Span, $"module {call.Name.Value}", declared, called)
        );
        // With `...more` there are others.
        return written.Count < items.Count
            ? uses
            :
            [
                .. uses,
                .. declared
                    .Values.Where(IsRequired)
                    .Select(parameter => new NameUse(
                        NameRole.BicepInput,
                        parameter.Name.Value,
                        call.Span,
                        $"module {call.Name.Value}",
                        written.Find(item => item.Name == parameter.Name.Value)?.Span
                    )
                    {
                        In = called.File.Path,
                        Related = parameter.Span,
                    }),
            ];
    }

    /// <summary>What a <c>.bicepparam</c> file sets; the tools that read JSON pass only what the template declares.</summary>
    private IEnumerable<NameUse> Values(BicepFile values) =>
        values.File.Path.EndsWith(".bicepparam", StringComparison.Ordinal)
        && templates.Find(templates.TemplateOf(values)) is { } template
        && IsWhole(template)
        && Declared(template) is var declared
            ? values
                .Of<BicepStatement.Parameter>()
                .Select(parameter => Argument(parameter.Name.Value, parameter.Name.Span, values.File.Path, declared, template))
            : [];

    private static NameUse Argument(
        string name,
        SourceSpan place,
        string subject,
        Dictionary<string, BicepStatement.Parameter> declared,
        BicepFile called
    ) =>
        new(NameRole.BicepArgument, name, place, subject, declared.GetValueOrDefault(name)?.Span)
        {
            In = called.File.Path,
            Candidates = [.. declared.Keys.Order(StringComparer.Ordinal)],
        };

    private static Dictionary<string, BicepStatement.Parameter> Declared(BicepFile file) =>
        file.Of<BicepStatement.Parameter>()
            .GroupBy(parameter => parameter.Name.Value, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    /// <summary>A type that the file declares itself may be one that admits null.</summary>
    private static bool IsRequired(BicepStatement.Parameter parameter) =>
        parameter is { Value: null, Type.Value: var type }
        && (Required.Contains(type) || Required.Contains(type.Replace("[]", "", StringComparison.Ordinal)));
}
