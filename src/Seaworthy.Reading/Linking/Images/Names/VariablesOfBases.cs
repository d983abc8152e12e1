namespace Seaworthy.Reading.Linking.Images.Names;

/// <summary>Variables that base images set, and whose names Dockerfiles use for arguments of their own as well: <c>FROM nvidia/cuda:${CUDA_VERSION}-base</c>.</summary>
/// <remarks>Sources: the Dockerfiles of osrf/docker_images, nvidia/cuda, aws-lambda-base-images, jupyter/docker-stacks, apache/airflow, and of the official images.</remarks>
internal static class VariablesOfBases
{
    private static readonly Row[] Rows =
    [
        new("ros:", ["ROS_DISTRO"]),
        new("nvidia/cuda:", ["CUDA_VERSION"]),
        new("/lambda/", ["LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR"]),
        new("jupyter/", ["CONDA_DIR", "NB_USER", "NB_UID", "NB_GID"]),
        new("airflow:", ["AIRFLOW_HOME", "AIRFLOW_VERSION"]),
        new("tomcat:", ["CATALINA_HOME", "TOMCAT_VERSION", "TOMCAT_MAJOR"]),
        new("php:", ["PHP_INI_DIR"]),
        new("postgres:", ["PGDATA", "PG_MAJOR"]),
        new("gradle:", ["GRADLE_HOME", "GRADLE_VERSION"]),
        new("maven:", ["MAVEN_HOME"]),
    ];

    /// <param name="image">The reference of the base as it is written.</param>
    public static bool Has(string image, string name) =>
        Array.Exists(Rows, row => image.Contains(row.Base, StringComparison.Ordinal) && row.Names.Contains(name));

    private sealed record Row(string Base, string[] Names);
}
