using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>The files in which pytest looks for tests.</summary>
/// <remarks>Source: pytest documentation, "Changing standard (Python) test discovery", "Exit codes" (5: no tests were collected).</remarks>
internal static class PythonTests
{
    private static readonly string[] Configurations =
    [
        "pytest.ini",
        ".pytest.ini",
        "pytest.toml",
        "tox.ini",
        "setup.cfg",
        "pyproject.toml",
    ];

    // Other files are tests to these.
    private static readonly string[] Options =
    [
        "--doctest",
        "--nb",
        "--collect",
        "--co",
        "--pyargs",
        "-c",
        "--config",
        "--rootdir",
        "--ignore",
    ];

    /// <summary>A setting, an option or a plugin of the repository has it look for other files, or end otherwise.</summary>
    public static bool AreElsewhere(Deployment deployment, string directory, ShellCommand command) =>
        command.Words.Any(word => Array.Exists(Options, option => IsOption(word.Prefix, option)))
        || RepositoryPath
            .Ancestors(directory)
            .SelectMany(above => Configurations.Select(name => RepositoryPath.Join(above, name) ?? ""))
            .Where(deployment.Tree.HasFile)
            .Any(path => MaySay(deployment, path))
        || deployment.Tree.FilesUnder(directory).Any(file => file.IsSubmodule || Collects(deployment, file.Path));

    /// <summary>The first file of a name that pytest takes by itself; null when there is none.</summary>
    public static string? First(RepositoryTree tree, string directory) =>
        tree.FilesUnder(directory)
            .Where(file => file.Status != FileStatus.Ignored)
            .Select(file => file.Path)
            .FirstOrDefault(path => IsTest(RepositoryPath.NameOf(path)));

    // Text files with such names are tests if pytest is configured for them.
    private static bool IsTest(string name) =>
        name.StartsWith("test_", StringComparison.Ordinal) || name.EndsWith("_test.py", StringComparison.Ordinal);

    private static bool IsOption(string word, string option) =>
        word.StartsWith(option, StringComparison.Ordinal) && !word.StartsWith("--cov", StringComparison.Ordinal);

    // A plugin of the repository itself may take other files, or change how the run ends.
    private static bool Collects(Deployment deployment, string path) =>
        RepositoryPath.NameOf(path) == "conftest.py"
        && (
            deployment.At<Artifact>(path) is not { File.Text: var text }
            || text.Contains("pytest_collect", StringComparison.Ordinal)
            || text.Contains("exitstatus", StringComparison.Ordinal)
        );

    // One that is read as nothing we know may say anything.
    private static bool MaySay(Deployment deployment, string path) =>
        deployment.At<Artifact>(path) is not { File.Text: var text }
            ? RepositoryPath.NameOf(path) is not ("tox.ini" or "setup.cfg")
            : text.Contains("python_files", StringComparison.Ordinal) || text.Contains("--doctest", StringComparison.Ordinal);
}
