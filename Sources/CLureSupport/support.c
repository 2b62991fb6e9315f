#include "CLureSupport.h"
