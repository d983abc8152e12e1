using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Workflows;

/// <summary>The labels that the runs of a job ask for, those of a matrix filled in.</summary>
public static class RunnerLabels
{
    /// <summary>Every label that some run asks for, where it is written; null when only the run knows one of them.</summary>
    public static IReadOnlyList<Fact<string>>? Of(RunnerSelection? runner, JobMatrix? matrix)
    {
        List<Fact<string>> labels = [];
        foreach (var label in runner?.Labels ?? [])
        {
            if (Values(label, matrix) is not { Count: > 0 } values)
            {
                return null;
            }

            labels.AddRange(values);
        }

        return labels;
    }

    /// <summary>A label, or another value of the job, that is one matrix value stands for all values of that axis; null when only the run knows them.</summary>
    public static IReadOnlyList<Fact<string>>? Values(ExpressionTemplate label, JobMatrix? matrix)
    {
        if (label.Literal is { } literal)
        {
            return [new Fact<string>(literal, label.Span)];
        }

        if (
            label.Parts is not [{ Expression: not null }]
            || label.References is not [{ Context: "matrix", IsPartial: false, Path: var path }]
            || matrix is null or { Computed: not null } or { IsPartlyComputed: true }
            || matrix.Axes.Any(axis => axis.Computed is not null)
        )
        {
            return null;
        }

        var name = string.Join('.', path.Skip(1));
        var found = matrix
            .Axes.SelectMany(axis => axis.Values.SelectMany(value => Fields(axis.Name, value)))
            .Concat(matrix.Include.SelectMany(combination => combination.Values))
            .Where(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return found.TrueForAll(field => field.Value.Literal is not null)
            ? [.. found.Select(field => new Fact<string>(field.Value.Raw, field.Value.Span))]
            : null;
    }

    private static IEnumerable<NamedTemplate> Fields(string axis, MatrixValue value) =>
        value.Text is { } text
            ? [new NamedTemplate(axis, text, value.Span)]
            : value.Fields.Select(field => field with { Name = $"{axis}.{field.Name}" });
}
