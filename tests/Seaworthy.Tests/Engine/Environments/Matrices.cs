using Seaworthy.Engine.Environments;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Tests.Engine.Environments;

/// <summary>The environment matrices of small repositories.</summary>
internal static class Matrices
{
    public static IReadOnlyList<EnvironmentMatrix> Of(params IReadOnlyList<MemoryFile> files)
    {
        using MemoryRepository repository = new(files);
        return EnvironmentMatrix.Of(new DeploymentReader().Read(repository).Deployment);
    }

    /// <summary><c>service what: text | text</c> for every row that differs so.</summary>
    public static IReadOnlyList<string> Lines(this EnvironmentMatrix matrix, Difference difference) =>
        [
            .. from service in matrix.Services
            from row in service.With(difference)
            select $"{service.Name} {row.Title}: {string.Join(" | ", row.Cells.Select(cell => cell.Text ?? "-"))}",
        ];
}
