using Seaworthy.Engine.Environments;

namespace Seaworthy.Engine.Reporting.Environments;

/// <summary>What every form of the environment matrix says in the same words.</summary>
public static class MatrixText
{
    /// <summary>For nothing, where something could stand.</summary>
    public const string Nothing = "–";

    public const string OneOnly = "There are no two environments here that could be held against each other.";

    public static string Title(EnvironmentMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var names = string.Join(" · ", matrix.Columns.Select(column => column.Name));
        return matrix.Name.Length > 0 ? $"{names} in {matrix.Name}" : names;
    }

    /// <summary>How much drifted, and how much differs as it is meant to.</summary>
    public static string Summary(EnvironmentMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var open = matrix.With(Difference.Open).Count();
        return $"{MarkdownText.Count(matrix.Services.Count, "service")}: {matrix.With(Difference.Drift).Count()} drifted apart, {(open > 0 ? $"{open} left to what the repository does not hold, " : "")}{matrix.With(Difference.Intended).Count()} differ as meant, {matrix.With(Difference.None).Count()} the same.";
    }

    public static string Cell(MatrixCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Text is { } text ? Quote.Text(text) : Nothing;
    }

    /// <summary>Services that one environment alone runs, and that it is meant to run alone, by where they run.</summary>
    public static IEnumerable<OnlyIn> Only(EnvironmentMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return matrix
            .Services.Where(service => service.With(Difference.Intended).Any(row => row.Aspect == Aspect.Presence))
            .GroupBy(service =>
                string.Join(", ", matrix.Columns.Where((_, index) => service.Workloads[index] is not null).Select(column => column.Name))
            )
            .Select(same => new OnlyIn(same.Key, [.. same.Select(service => service.Name)]));
    }

    /// <summary>The variables of a service of which one thing outside decides, together.</summary>
    public static IEnumerable<LeftOpen> Open(MatrixService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return service
            .With(Difference.Open)
            .GroupBy(row => row.Because, StringComparer.Ordinal)
            .Select(same => new LeftOpen(same.Key, [.. same.Select(row => row.Title)]));
    }

    /// <summary>What drifted, what has one reason together: the variables that one environment was not given.</summary>
    public static IEnumerable<IReadOnlyList<MatrixRow>> Drift(MatrixService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return service
            .With(Difference.Drift)
            .GroupBy(row => new { row.Aspect, row.Because })
            .Select(same => (IReadOnlyList<MatrixRow>)[.. same]);
    }

    /// <summary>What differs as it is meant to; where a service runs at all, and who alone is given a variable, is said elsewhere.</summary>
    public static IReadOnlyList<MatrixRow> Intended(MatrixService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return [.. service.With(Difference.Intended).Where(row => row.Aspect != Aspect.Presence && !IsOneSided(row, service))];
    }

    /// <summary>Variables that some environments alone give a service, as they are meant to, by who gives them.</summary>
    public static IEnumerable<OnlyIn> OneSided(MatrixService service, EnvironmentMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(service);
        return service
            .With(Difference.Intended)
            .Where(row => IsOneSided(row, service))
            .GroupBy(row =>
                string.Join(", ", matrix.Columns.Where((_, index) => row.Cells[index].Text is not null).Select(column => column.Name))
            )
            .Select(same => new OnlyIn(same.Key, [.. same.Select(row => row.Title)]));
    }

    // What the same variable is in two environments is worth a line; that one of them has it, a word.
    private static bool IsOneSided(MatrixRow row, MatrixService service) =>
        row.Aspect == Aspect.Variable && row.Cells.Where((cell, index) => cell.Text is null && service.Workloads[index] is not null).Any();
}
