using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Reading.Discovery;

/// <summary>Which repositories a directory lies in.</summary>
public sealed class GitDirectoryTests
{
    [Fact]
    public void A_submodule_lies_in_two_repositories_and_no_program_of_either_is_run()
    {
        using var scratch = new ScratchRepository().Init().Write("module/deep/a.txt").Write("module/.git", "gitdir: ../.git\n");
        var module = Path.Combine(scratch.Root, "module");

        Assert.Equal([module, scratch.Root], GitDirectory.Tops(Path.Combine(module, "deep")).Take(2));
    }
}
