using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;
using Seaworthy.Reading.Readers;
using Xunit;

namespace Seaworthy.Tests.Reading;

public sealed class DeploymentReaderTests
{
    [Fact]
    public void Artifacts_come_in_the_order_of_paths_and_from_every_reader_that_recognises_the_file()
    {
        using MemoryRepository repository = new([new("b.note", "b"), new("a.note", "a"), new("c.other", "c")]);

        var reading = Reading([new NoteReader(), new NoteReader()], repository);

        Assert.Equal(["a.note", "a.note", "b.note", "b.note"], reading.Deployment.Artifacts.Select(artifact => artifact.File.Path));
        Assert.Empty(reading.Diagnostics);
    }

    [Fact]
    public void A_reader_that_crashes_costs_its_file_and_nothing_else()
    {
        using MemoryRepository repository = new([new("a.note", "crash"), new("b.note", "b")]);

        var reading = Reading([new NoteReader()], repository);

        Assert.Equal(["b.note"], reading.Deployment.Artifacts.Select(artifact => artifact.File.Path));
        var diagnostic = Assert.Single(reading.Diagnostics);
        Assert.Equal((DiagnosticKind.ReaderCrashed, "a.note", true), (diagnostic.Kind, diagnostic.Path, diagnostic.IsIncomplete));
    }

    [Fact]
    public void When_linking_crashes_the_facts_of_each_file_remain()
    {
        using MemoryRepository repository = new([new("a.note", "a")]);

        var reading = new DeploymentReader([new NoteReader()], (_, _, _) => throw new InvalidOperationException()).Read(repository);

        Assert.Single(reading.Deployment.Artifacts);
        Assert.Equal(DiagnosticKind.LinkingCrashed, Assert.Single(reading.Diagnostics).Kind);
    }

    [Fact]
    public void Neither_ignored_files_nor_packages_of_others_nor_input_of_tests_nor_an_editors_copies_are_read()
    {
        using MemoryRepository repository = new([
            new(".gitignore", "mine.note"),
            new("mine.note", "crash"),
            new("node_modules/x/a.note", "crash"),
            new(".history/a_20260102030405.note", "crash"),
            new("vendor/modules.txt", ""),
            new("vendor/x/a.note", "crash"),
            new("api/testdata/c.note", "crash"),
            new("contracts/foundry.toml", ""),
            new("contracts/lib/openzeppelin/d.note", "crash"),
            new("services/vendor/b.note", "b"),
            new("web/lib/icons/e.note", "e"),
        ]);

        var reading = Reading([new NoteReader()], repository);

        Assert.Equal(
            ["services/vendor/b.note", "web/lib/icons/e.note"],
            reading.Deployment.Artifacts.Select(artifact => artifact.File.Path)
        );
        Assert.Equal(DiagnosticKind.FilesPassedOver, Assert.Single(reading.Diagnostics).Kind);
    }

    [Fact]
    public void What_is_not_text_is_said_only_where_a_reader_wanted_it()
    {
        using MemoryRepository repository = new([new("a.note", "\0"), new("b.other", "\0")]);

        Assert.Equal(
            [(DiagnosticKind.FileBinary, "a.note")],
            Reading([new NoteReader()], repository).Diagnostics.Select(found => (found.Kind, found.Path ?? ""))
        );
    }

    private static DeploymentReading Reading(IReadOnlyList<Reader> readers, Repository repository) =>
        new DeploymentReader(readers, (tree, artifacts, _) => new Deployment { Tree = tree, Artifacts = artifacts }).Read(repository);

    private sealed record Note(SourceFile File) : Artifact(File);

    private sealed class NoteReader : Reader
    {
        public override bool Accepts(string path) => path.EndsWith(".note", StringComparison.Ordinal);

        public override Artifact? Read(FileSyntax file) =>
            file.File.Text == "crash" ? throw new InvalidOperationException("boom") : new Note(file.File);
    }
}
