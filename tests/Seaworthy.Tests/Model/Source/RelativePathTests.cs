using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Model.Source;

public sealed class RelativePathTests
{
    [Theory]
    [InlineData("", "Dockerfile", "Dockerfile")]
    [InlineData("api", "api/Dockerfile", "Dockerfile")]
    [InlineData("src/Api", "Directory.Build.props", "../../Directory.Build.props")]
    [InlineData("src/Api", "src/Core/Core.csproj", "../Core/Core.csproj")]
    [InlineData("src/Api", "src/ApiTests/x", "../ApiTests/x")]
    public void A_path_is_written_from_a_directory(string directory, string path, string written)
    {
        Assert.Equal(written, RelativePath.Of(directory, path));
    }
}
