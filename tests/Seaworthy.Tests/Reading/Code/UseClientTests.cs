using Seaworthy.Reading.Code;
using Xunit;

namespace Seaworthy.Tests.Reading.Code;

public sealed class UseClientTests
{
    [Theory]
    [InlineData("'use client'\nimport x from 'y'", true)]
    [InlineData("// one\n// two\n/* three */ /**/\n\"use client\";", true)]
    [InlineData("import x from 'y'\n'use client'", false)]
    [InlineData("/* 'use client' */ export default 1", false)]
    [InlineData("/*/ 'use client'", false)]
    [InlineData("// 'use client'", false)]
    [InlineData("", false)]
    public void The_directive_stands_before_everything_but_comments(string text, bool expected) =>
        Assert.Equal(expected, UseClient.Begins(text));
}
