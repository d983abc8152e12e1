namespace Seaworthy.Reading.Linking.Images.Names;

/// <summary>Variables that base images set, and whose names Dockerfiles use for arguments of their own as well: <c>FROM nvidia/cuda:${CUDA_VERSION}-base</c>.</summary>
/// <remarks>Sources: the Dockerfiles of osrf/docker_images, nvidia/cuda, aws-lambda-base-images, jupyter/docker-stacks, apache/airflow, and of the official images.</remarks>
internal static class VariablesOfBases
{
    private static readonly (string Base, string[] Names)[] Rows =
    [
        ("ros:", ["ROS_DISTRO"]),
        ("nvidia/cuda:", ["CUDA_VERSION"]),
        ("/lambda/", ["LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR"]),
        ("jupyter/", ["CONDA_DIR", "NB_USER", "NB_UID", "NB_GID"]),
        ("airflow:", ["AIRFLOW_HOME", "AIRFLOW_VERSION"]),
        ("tomcat:", ["CATALINA_HOME", "TOMCAT_VERSION", "TOMCAT_MAJOR"]),
        ("php:", ["PHP_INI_DIR"]),
        ("postgres:", ["PGDATA", "PG_MAJOR"]),
        ("gradle:", ["GRADLE_HOME", "GRADLE_VERSION"]),
        ("maven:", ["MAVEN_HOME"]),
    ];

    /// <param name="image">The reference of the base as it is written.</param>
    public static bool Has(string image, string name) =>
        Array.Exists(Rows, row => image.Contains(row.Base, StringComparison.Ordinal) && row.Names.Contains(name));
}
