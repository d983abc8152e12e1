using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Manifests.DotNet;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Manifests;

public sealed class DotNetProjectReaderTests
{
    [Fact]
    public void A_project_names_its_framework_packages_and_references()
    {
        var project = Read(
            "src/Api/Api.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net8.0</TargetFramework>
                <UserSecretsId>abc</UserSecretsId>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Npgsql" Version="8.0.1" />
                <PackageReference Include="StyleCop.Analyzers">
                  <Version>1.1.118</Version>
                  <PrivateAssets>all</PrivateAssets>
                </PackageReference>
                <ProjectReference Include="..\Shared\Shared.csproj" />
              </ItemGroup>
            </Project>
            """
        );

        Assert.Equal(("Api", "Microsoft.NET.Sdk.Web", "abc"), (project.Name?.Value, project.Sdk?.Value, project.UserSecretsId?.Value));
        Assert.Equal(("net8.0", 3), (project.TargetFrameworks[0].Value, project.TargetFrameworks[0].Span.StartLine));
        Assert.Equal(
            [("Npgsql", "8.0.1", DependencyKind.Runtime), ("StyleCop.Analyzers", "1.1.118", DependencyKind.Build)],
            project.Dependencies.Select(d => (d.Name, d.Range, d.Kind))
        );
        Assert.Equal("../Shared/Shared.csproj", Assert.Single(project.ProjectReferences).Value);
    }

    [Fact]
    public void An_imported_file_is_no_project_and_may_hold_central_versions()
    {
        var props = Read(
            "Directory.Packages.props",
            """<Project><ItemGroup><PackageVersion Include="Npgsql" Version="8.0.1" /></ItemGroup></Project>"""
        );

        Assert.True(props.IsImported);
        Assert.Null(props.Name);
        Assert.Equal(("Npgsql", "8.0.1"), (props.CentralVersions[0].Name, props.CentralVersions[0].Range));
    }

    [Fact]
    public void Several_frameworks_are_told_apart()
    {
        var project = Read(
            "A.csproj",
            "<Project><PropertyGroup><TargetFrameworks>net8.0;net9.0</TargetFrameworks><AssemblyName>app</AssemblyName></PropertyGroup></Project>"
        );

        Assert.Equal(["net8.0", "net9.0"], project.TargetFrameworks.Select(framework => framework.Value));
        Assert.Equal("app", project.Name?.Value);
    }

    private static DotNetProject Read(string path, string text) =>
        Assert.IsType<DotNetProject>(new DotNetProjectReader().Read(new FileSyntax(new SourceFile(path, text))));
}
