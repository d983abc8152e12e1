using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Reading.Discovery;

public sealed class ProgramPathTests
{
    [Fact]
    public void Only_whole_paths_outside_of_what_is_untrusted_are_looked_into()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "programs are told by their names there");
        using var trusted = Program("bin/git");
        using var tree = Program("bin/git").Link("out", Path.Combine(trusted.Root, "bin/git"));
        using var around = new ScratchRepository()
            .Link("into", Path.Combine(tree.Root, "bin"))
            .Link("git", Path.Combine(tree.Root, "bin/git"));
        var own = Path.Combine(trusted.Root, "bin/git");

        Assert.Equal(own, Find($"::.:bin:{tree.Root}/bin:{around.Root}/into:{around.Root}:{trusted.Root}/bin", tree.Root));
        Assert.Null(Find($"{tree.Root}/bin", tree.Root));
        Assert.Null(Find($"{tree.Root}/../{Path.GetFileName(tree.Root)}/bin", tree.Root));
        Assert.Null(Find("", tree.Root));
        Assert.Null(Find(null, tree.Root));
        // The root of the file system holds every program there is.
        Assert.Equal(own, Find($"{trusted.Root}/bin", "/"));
    }

    [Fact]
    public void What_is_not_executable_or_no_file_is_no_program()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "programs are told by their names there");
        using var plain = new ScratchRepository().Write("git");
        using ScratchRepository directory = new();
        Directory.CreateDirectory(Path.Combine(directory.Root, "git"));
        using ScratchRepository circle = new();
        circle.Link("git", "git");

        Assert.Null(Find($"{plain.Root}:{directory.Root}:{circle.Root}", "/nowhere"));
    }

    private static string? Find(string? path, string untrusted) => ProgramPath.Find("git", path, [untrusted]);

    private static ScratchRepository Program(string path)
    {
        var scratch = new ScratchRepository().Write(path, "#!/bin/sh\n");
        ScratchRepository.Run(scratch.Root, "chmod", "+x", path);
        return scratch;
    }
}
