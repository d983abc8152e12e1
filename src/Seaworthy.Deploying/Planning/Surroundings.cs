namespace Seaworthy.Deploying.Planning;

/// <summary>Where a project is rendered.</summary>
/// <param name="Project">Its name.</param>
/// <param name="Directory">Its directory, absolute: relative paths start from it.</param>
/// <param name="Values">What the one who deploys sets.</param>
/// <param name="ReadEnvFile">The text of a file by its absolute path; null when there is none.</param>
/// <param name="UsedByFiles">Receives the names that such files ask for.</param>
internal sealed record Surroundings(
    string Project,
    string Directory,
    IReadOnlyDictionary<string, string> Values,
    Func<string, string?> ReadEnvFile,
    ICollection<string> UsedByFiles
);
